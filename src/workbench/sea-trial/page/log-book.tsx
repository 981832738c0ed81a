import { useTexts } from '../../bench/texts.ts';
import type { Sailed } from '../sail.ts';
import { Chart } from './chart.tsx';

interface Props {
  readonly log: readonly Sailed[];
  /** The voyage whose chart lies open, by its number. */
  readonly shown: number | null;
  readonly onShow: (n: number | null) => void;
}

/** What became of each voyage, one line each; any of them can be looked at. */
export function LogBook({ log, shown, onShow }: Props) {
  const { t } = useTexts();
  const open = log.find(({ n }) => n === shown);
  return (
    <section>
      <h2>{t('trial.log')}</h2>
      {open && <Chart key={open.n} sailed={open} onClose={() => onShow(null)} />}
      <table class="st-log num">
        <thead>
          <tr>
            <th scope="col">{t('trial.voyage')}</th>
            <th scope="col">{t('trial.end')}</th>
            <th scope="col">{t('trial.road')}</th>
            <th scope="col">{t('trial.came-home')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {log.map((sailed) => (
            <Line key={sailed.n} sailed={sailed} isOpen={sailed.n === shown} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly sailed: Sailed;
  readonly isOpen: boolean;
  readonly onShow: (n: number | null) => void;
}

function Line({ sailed, isOpen, onShow }: LineProps) {
  const { t } = useTexts();
  const { n, mine, landing, isGood } = sailed;
  return (
    <tr data-good={isGood}>
      <th scope="row">{n}</th>
      <td>{t(mine === 'A' ? 'trial.client' : 'trial.server')}</td>
      <td>{t('trial.lost', { lost: landing.lost, of: landing.segments })}</td>
      <td class="st-home">
        <b aria-hidden="true">{isGood ? '✓' : '✕'}</b> {homeWords(sailed, t)}
      </td>
      <td>
        <button
          type="button"
          class="b small"
          aria-pressed={isOpen}
          aria-label={t('trial.show.of', { n })}
          onClick={() => onShow(isOpen ? null : n)}
        >
          {t('trial.show')}
        </button>
      </td>
    </tr>
  );
}

/** How far it got: the first thing that did not come off. */
function homeWords({ landing, isGood, played }: Sailed, t: ReturnType<typeof useTexts>['t']) {
  if (isGood) return t('trial.good');
  if (played.cut !== null) return t('trial.cut');
  if (!landing.isOpen) return t('trial.not-open');
  if (!landing.isWhole) return t('trial.not-carried');
  return t(landing.isClosed ? 'trial.differs' : 'trial.not-closed');
}

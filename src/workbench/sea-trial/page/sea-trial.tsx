import { useState } from 'preact/hooks';
import type { FinishedPlank } from '#storage/work.ts';
import { useTexts } from '../../bench/texts.ts';
import { VOYAGES } from '../length.ts';
import type { TrialLab } from './data.ts';
import { LogBook } from './log-book.tsx';
import { useTrial, type Trial } from './use-trial.ts';
import './trial.css';

interface Props {
  readonly labs: readonly TrialLab[];
  readonly planks: readonly FinishedPlank[];
  readonly sandboxPage: string;
}

/** The reader's own TCP on its voyages: what of it is theirs, the trial, and its log. */
export function SeaTrial({ labs, planks, sandboxPage }: Props) {
  const { t, n } = useTexts();
  const trial = useTrial(planks, sandboxPage);
  const [shown, show] = useState<number | null>(null);
  const missing = labs.filter(({ id }) => !planks.some(({ lab }) => lab === id));
  return (
    <>
      <section>
        <h2>{t('trial.ship')}</h2>
        <p>
          {missing.length === 0
            ? t('trial.all', { n: labs.length })
            : planks.length === 0
              ? t('trial.none', { n: labs.length })
              : t('trial.some', { planks: n('trial.planks', planks.length), all: labs.length })}
        </p>
        {missing.length > 0 && planks.length > 0 && (
          <ul class="st-missing num">
            {missing.map(({ id, number, title, href }) => (
              <li key={id}>
                {number} <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        )}
        <p>{t('trial.rest')}</p>
      </section>
      <section>
        <h2>{t('trial.trial')}</h2>
        <p>{t('trial.about', { n: VOYAGES })}</p>
        <Helm trial={trial} canSail={planks.length > 0} onSail={() => show(null)} />
        {planks.length === 0 && <p class="st-why">{t('trial.no-plank')}</p>}
        <Standing trial={trial} isWhole={missing.length === 0} />
      </section>
      {trial.log.length > 0 && <LogBook log={trial.log} shown={shown} onShow={show} />}
    </>
  );
}

interface HelmProps {
  readonly trial: Trial;
  readonly canSail: boolean;
  readonly onSail: () => void;
}

function Helm({ trial, canSail, onSail }: HelmProps) {
  const { t } = useTexts();
  const { stage, log, sail, callBack } = trial;
  const set = () => {
    onSail();
    sail();
  };
  return (
    <div class="st-helm">
      <button type="button" class="b p" disabled={!canSail || stage === 'at sea'} onClick={set}>
        {t(stage === 'ashore' ? 'trial.sail' : 'trial.again')}
      </button>
      {stage === 'at sea' && (
        <button type="button" class="b" onClick={callBack}>
          {t('trial.call-back')}
        </button>
      )}
      {stage !== 'ashore' && (
        <progress max={VOYAGES} value={log.length} aria-label={t('trial.progress')} />
      )}
    </div>
  );
}

/** How it stands, in a sentence that is read out when the trial ends. */
function Standing({ trial: { stage, log }, isWhole }: { trial: Trial; isWhole: boolean }) {
  const { t } = useTexts();
  const good = log.filter(({ isGood }) => isGood).length;
  const counts = { good, of: log.length, n: VOYAGES };
  const said = () => {
    if (stage === 'ashore') return '';
    if (stage === 'at sea') return t('trial.at-sea');
    if (stage === 'failed') return t('trial.failed');
    if (stage === 'called back') return t('trial.called-back', counts);
    if (good < VOYAGES) return t('trial.not-all', counts);
    return t(isWhole ? 'trial.passed.whole' : 'trial.passed', counts);
  };
  return (
    <p class="st-standing" role="status" data-stage={stage} data-good={good === VOYAGES}>
      {said()}
    </p>
  );
}

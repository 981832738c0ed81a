import type { LabData } from '../data.ts';
import { MAC } from '../mac.ts';
import { ShipChoice } from '../ship/ship-choice.tsx';
import type { Ship } from '../ship/use-ship.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { PANES, PaneSwitch, type Pane, type View } from './pane-switch.tsx';
import type { DraftState } from './use-draft.ts';
import { useLate } from './use-late.ts';
import { useTexts } from './texts.ts';

interface Props {
  readonly data: LabData;
  readonly laid: boolean;
  readonly saved: DraftState;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly pane: Pane;
  /** What Run runs. */
  readonly view: View;
  readonly ship: Ship;
  readonly more: readonly (MenuItem | null)[];
  readonly onPane: (pane: Pane) => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onHelp: () => void;
}

/** Most runs are over before a button to stop them could be read, ms. */
const STOP_AFTER = 400;

/** Where one is, what was saved, and the buttons. On a narrow sheet the second line stays in view. */
export function Toolbar({ data, laid, saved, busy, ready, pane, view, ship, more, ...on }: Props) {
  const { t, level } = useTexts();
  const stoppable = useLate(busy, STOP_AFTER);
  const Title = `h${level}` as const;
  const run = view === 'script' ? 'workbench.run.script' : 'workbench.run';
  return (
    <div class="wb-top d">
      <div class="wb-bar">
        {data.mode === 'page' && data.chapter && (
          <a class="wb-back" href={data.chapter.href}>
            {data.chapter.title}
          </a>
        )}
        <div class="wb-title">
          <span class={laid ? 'wb-plank laid' : 'wb-plank'}>
            <span class="sr-only">{t('workbench.plank')} </span>
            <span class="num">{data.number}</span>
          </span>
          <Title>{data.title}</Title>
          {laid && <span class="wb-yours">{t('workbench.yours')}</span>}
        </div>
        <div class="wb-aside">
          <SavedState saved={saved} />
          {ship.others > 0 && <ShipChoice ship={ship} />}
          {ready && <Menu label={t('workbench.more')} items={more} />}
          <button
            type="button"
            class="b s wb-help"
            aria-label={t('workbench.keys')}
            onClick={on.onHelp}
          >
            ?
          </button>
        </div>
      </div>
      <div class="wb-actions">
        <PaneSwitch panes={PANES} pane={pane} onPane={on.onPane} />
        {stoppable && (
          <button type="button" class="b s" onClick={on.onStop}>
            {t('workbench.stop')}
          </button>
        )}
        <button
          type="button"
          class="b s p wb-run"
          aria-disabled={!ready || busy}
          onClick={on.onRun}
        >
          {t(busy ? 'workbench.running' : run)} <kbd>{MAC ? '⌘ ↵' : 'Ctrl ↵'}</kbd>
        </button>
      </div>
    </div>
  );
}

function SavedState({ saved: { saved, at } }: { readonly saved: DraftState }) {
  const { t, lang } = useTexts();
  if (saved === null || at === null) return null;
  const time = at.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  return (
    <span class="wb-saved num">
      {saved === 'saved' ? t('workbench.saved', { time }) : t('workbench.unsaved')}
    </span>
  );
}

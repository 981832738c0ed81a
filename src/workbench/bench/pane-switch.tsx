import { useTexts } from './texts.ts';

/** `code` is the left pane; the others take turns in the right one. */
export const PANES = ['code', 'results', 'script'] as const;
export type Pane = (typeof PANES)[number];
/** What the right pane shows, and what Run runs. */
export type View = Exclude<Pane, 'code'>;
export const VIEWS: readonly View[] = ['results', 'script'];

/** Lets one of several panes be shown. On a narrow sheet all take turns, on a wide one two do. */
export function PaneSwitch<P extends Pane>({
  panes,
  pane,
  wide = false,
  onPane,
}: {
  readonly panes: readonly P[];
  readonly pane: P;
  readonly wide?: boolean;
  readonly onPane: (pane: P) => void;
}) {
  const { t } = useTexts();
  return (
    <div
      class={wide ? 'wb-switch wide d' : 'wb-switch d'}
      role="group"
      aria-label={t('workbench.pane')}
    >
      {panes.map((name) => (
        <button type="button" key={name} aria-pressed={pane === name} onClick={() => onPane(name)}>
          {t(`workbench.pane.${name}`)}
        </button>
      ))}
    </div>
  );
}

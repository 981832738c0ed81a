import { translator, type Translator, type Values } from '#text/text.ts';
import { MOMENT } from '#trace/moment.ts';
import type { Trace } from '#trace/trace.ts';
import { tcbAt, tcbBefore } from '../inspector/tcb-at.ts';
import { tcbHtml } from '../inspector/tcb-html.ts';
import { tcbRows } from '../inspector/tcb-rows.ts';
import { hostTitle } from './hosts.ts';
import type { Live } from './live.ts';
import { escapeText } from './svg.ts';
import { moreTexts } from './texts.ts';
import { duration } from './time.ts';

/** A trace longer than this is looked into only where the caret rests. */
const LONG = 500;
/** How long it rests then, ms. */
const REST = 120;

/** How the inspector looks at TCBs. */
export interface InspectOptions {
  /** All variables, not only those that changed at the caret. */
  readonly isWhole: boolean;
  /** Sequence numbers counted from ISS and IRS. */
  readonly isRelative: boolean;
}

/** Fills the inspector: the TCBs of all hosts at the caret, with what changed there. */
export async function mountInspector(panel: HTMLElement, live: Live) {
  const t = both(translator(await moreTexts('inspector', live.lang)), live.t);
  panel.innerHTML =
    `<label class="all"><input type="checkbox"/><span>${escapeText(t('ladder.inspect.all'))}</span></label>` +
    '<div class="tcbs"></div>';
  const all = panel.querySelector('input');
  const tcbs = panel.querySelector('.tcbs');
  let wait: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    if (tcbs === null) return;
    const options = {
      isWhole: all?.checked === true,
      isRelative: live.view.numbers === 'relative',
    };
    const html = tcbsHtml(live.run.trace, live.now, t, options);
    if (tcbs.innerHTML !== html) tcbs.innerHTML = html;
  };
  const update = () => {
    clearTimeout(wait);
    if (live.run.trace.entries.length <= LONG) write();
    else wait = setTimeout(write, REST);
  };
  all?.addEventListener('change', write);
  return { update };
}

/** A translator that knows what either of two knows. */
function both(first: Translator, second: Translator): Translator {
  const of = (key: string) => (first.has(key) ? first : second);
  return Object.assign((key: string, values?: Values) => of(key)(key, values), {
    has: (key: string) => of(key).has(key),
  });
}

/** The TCBs of a trace's hosts at a time, one table each. */
export function tcbsHtml(
  trace: Trace,
  now: number,
  t: Translator,
  { isWhole, isRelative }: InspectOptions,
): string {
  return trace.hosts
    .map(({ name, title }) => {
      const conn = connAt(trace, name, now);
      const at = conn === null ? null : tcbAt(trace, name, conn, now);
      const host = hostTitle(title, t);
      if (conn === null || at === null) {
        return `<p class="none">${escapeText(t('ladder.inspect.none', { host }))}</p>`;
      }
      const rows = tcbRows(at, tcbBefore(trace, name, conn, now), t, { relative: isRelative });
      const caption = t('ladder.inspect.of', { host, state: at.state, at: duration(now, t) });
      return tcbHtml(rows, t, { caption, onlyChanged: !isWhole });
    })
    .join('');
}

/** The connection that a host was last concerned with at a time; `null` if it has had none. */
export function connAt({ hosts, entries }: Trace, host: string, now: number): string | null {
  const step = entries.findLast(
    (entry) => entry.kind === 'step' && entry.host === host && entry.t <= now + MOMENT,
  );
  if (step?.kind === 'step') return step.conn;
  return hosts.find(({ name }) => name === host)?.kept?.at(-1)?.conn ?? null;
}

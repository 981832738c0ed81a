import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { tellerOf } from '../ladder/teller.ts';
import { duration } from '../ladder/time.ts';

/** What stands over a table of the inspector: whose TCB or sockets they are, and when (ms). */
export function inspectorCaption(
  what: 'tcb' | 'sockets',
  trace: Trace,
  { host, at }: { readonly host: string; readonly at: number },
  t: Translator,
): string {
  const { the } = tellerOf(trace, t, 'brief');
  const values = { the: the(host), at: duration(at, t) };
  return what === 'tcb' ? t('inspector.caption', values) : t('inspector.sockets', values);
}

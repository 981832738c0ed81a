import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { describeLadder } from './describe.ts';
import { listHtml, listLadder } from './list.ts';
import type { Replayed } from './other-tcp.ts';
import { sayAll } from './say-all.ts';

/** A run as a figure of a page tells it: its list, its sentences, the drawing’s description. */
export function toldRun(
  trace: Trace,
  t: Translator,
): Pick<Replayed, 'trace' | 'list' | 'said' | 'description'> {
  return {
    ...{ trace, said: sayAll(trace, t), description: describeLadder(trace, t) },
    list: listHtml(listLadder(trace, t)),
  };
}

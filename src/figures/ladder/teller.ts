import type { Segment } from '#tcp';
import type { Trace, TraceHost } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { givenTitle, hostInSentence } from './hosts.ts';
import { numbersIn, type Numbering } from './numbers.ts';
import { describeSegment, flagsOf, numbersOf } from './segment.ts';

/** How a telling names things: in the words of one figure. */
export interface Teller {
  readonly t: Translator;
  /** A host within a sentence, and at the beginning of one. */
  readonly the: (host: string) => string;
  readonly The: (host: string) => string;
  /**
   * A segment: briefly for a caption, with its length for the list. `at`: when it was sent or
   * arrived, ms; needed where numbers are relative.
   */
  readonly segment: (seg: Segment, at?: number) => string;
}

/** A teller for a trace; `titles` replace the hosts' own. */
export function tellerOf(
  trace: Trace,
  t: Translator,
  style: 'brief' | 'full',
  titles: Readonly<Record<string, string>> = {},
  numbering: Numbering = 'absolute',
): Teller {
  const numbers = numbersIn(trace, numbering);
  const names = new Map(trace.hosts.map((host) => [host.name, inSentence(trace, host, titles, t)]));
  return {
    t,
    the: (host) => names.get(host)?.the ?? host,
    The: (host) => names.get(host)?.The ?? host,
    segment: (seg, at = Infinity) =>
      style === 'full'
        ? describeSegment(seg, t, numbers(seg, at))
        : [flagsOf(seg, t), ...numbersOf(seg, numbers(seg, at))].join(' '),
  };
}

/** A host within a sentence; where several are clients, `the client C`. */
function inSentence(
  { hosts }: Trace,
  { name, title }: TraceHost,
  titles: Readonly<Record<string, string>>,
  t: Translator,
): { readonly the: string; readonly The: string } {
  const given = givenTitle(titles, name);
  const { the, The } = hostInSentence(given ?? title, t);
  const isAlone = given !== undefined || hosts.filter((each) => each.title === title).length < 2;
  if (isAlone || title === name) return { the, The };
  return { the: t('host.oneOf', { host: the, name }), The: t('host.oneOf', { host: The, name }) };
}

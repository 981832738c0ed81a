import type { TransitEntry } from '#trace/trace.ts';
import { agree, fail, type Asked } from './problem.ts';
import type { Play } from './play.ts';
import {
  ackReason,
  ctlReason,
  LENGTH_REASON,
  type Reason,
  seqReason,
  WINDOW_REASON,
} from './reason.ts';
import { flagsOf, lengthOf, sortedFlags } from './segment.ts';

/** The fields that can be asked for, in the order in which they are shown. `len` is SEG.LEN. */
export const FIELDS = ['seq', 'ack', 'ctl', 'wnd', 'len'] as const;
export type Field = (typeof FIELDS)[number];

/** What an author states of a segment. Control bits as `SYN,ACK`. */
export interface Stated {
  readonly seq?: number;
  readonly ack?: number;
  readonly ctl?: string;
  readonly wnd?: number;
  readonly len?: number;
}

/** A field, what it holds, and why; `null` where only the author can say why. */
export interface Truth {
  readonly field: Field;
  readonly value: number | string;
  readonly reason: Reason | null;
}

/** What each field of a segment holds, as it was sent. ACK is missing where the flag is off. */
export function truths({ trace }: Play, sent: TransitEntry): readonly Truth[] {
  const { seg } = sent;
  return [
    { field: 'seq', value: seg.seq, reason: seqReason(trace, sent) },
    ...(seg.ctl.ack ? [{ field: 'ack', value: seg.ack, reason: ackReason(sent) } as const] : []),
    { field: 'ctl', value: flagsOf(seg), reason: ctlReason(trace, sent) },
    { field: 'wnd', value: seg.wnd, reason: WINDOW_REASON },
    { field: 'len', value: lengthOf(seg), reason: LENGTH_REASON },
  ];
}

/**
 * The truths of the hidden fields, in order. Stops the build if a field has nothing in it to guess, if
 * the author states something else than the engine, or if nobody says why.
 */
export function hiddenTruths(
  asked: Asked,
  sent: TransitEntry,
  all: readonly Truth[],
  { hide, answer, why }: { hide: readonly Field[]; answer: Stated; why: (field: Field) => boolean },
): readonly Truth[] {
  if (hide.length === 0) fail(asked, 'no field is hidden.', 'Name some: hide={[…]}.');
  for (const [field, stated] of Object.entries(answer)) {
    const truth = all.find((one) => one.field === field);
    if (truth === undefined) noField(asked, sent, field);
    else agree(asked, `${field} of ${sent.name}`, plain(field, stated), truth.value);
  }
  for (const field of hide) {
    const truth = all.find((one) => one.field === field);
    if (truth === undefined) noField(asked, sent, field);
    else if (truth.reason === null && !why(field)) {
      const what = `why ${field} of ${sent.name} is ${truth.value} follows from no common rule.`;
      fail(asked, what, `Say it: why={{ ${field}: '…' }}.`);
    }
  }
  return all.filter(({ field }) => hide.includes(field));
}

function plain(field: string, stated: unknown): unknown {
  return field === 'ctl' && typeof stated === 'string' ? (sortedFlags(stated) ?? stated) : stated;
}

function noField(asked: Asked, { name, seg }: TransitEntry, field: string): never {
  return field === 'ack'
    ? fail(
        asked,
        `${name} is ${flagsOf(seg)}: without the ACK flag its ACK field means nothing.`,
        'Do not ask for it.',
      )
    : fail(asked, `a segment has no field “${field}”.`, `Choose among ${FIELDS.join(', ')}.`);
}

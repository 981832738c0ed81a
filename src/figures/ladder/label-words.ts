import type { IcmpError, Options, Segment } from '#tcp';
import type { Translator } from '#text/text.ts';
import type { Numbers } from './numbers.ts';
import type { Flight, Report } from './score.ts';
import { bits, flagsOf, hasChevron, numbersOf, penOf } from './segment.ts';

/** What a label says, in the order of importance. */
export interface LabelWords {
  readonly flags: string;
  /** `seq=100`, `ack=301`. */
  readonly parts: readonly string[];
  /** The second number matters more than the first. */
  readonly isAnswer: boolean;
  /** What befell it, in one line and in several: `again, lost`. */
  readonly tail: string;
  readonly tails: readonly string[];
  /** Lines of their own: options, text. */
  readonly more: readonly string[];
}

/** What labels say besides flags and numbers. */
export interface Extras {
  /** Window and options of each segment. */
  readonly options?: boolean | undefined;
  /** The first octets of its text. */
  readonly data?: boolean | undefined;
}

/** Octets that a label shows of a segment's text, at most. */
const SHOWN = 16;

/** The words beside a segment's arrow. */
export function flightWords(
  flight: Flight,
  t: Translator,
  numbers: Numbers,
  extras: Extras,
): LabelWords {
  const { seg, t1 } = flight;
  const text = extras.data === true && seg.data.length > 0 ? [textOf(flight, t)] : [];
  return {
    flags: flagsOf(seg, t),
    parts: numbersOf(seg, numbers(seg, t1)),
    isAnswer: penOf(seg) === 'ack' || hasChevron(seg),
    ...tailed(tailsOf(flight, t), t),
    more: [...(extras.options === true ? [optionsText(seg)] : []), ...text],
  };
}

/** The words beside an ICMP message. */
export function reportWords({ error, mtu, about, ...report }: Report, t: Translator): LabelWords {
  const quoted = about === null ? [] : [t('ladder.icmp.about', { what: quotedText(about, t) })];
  return {
    flags: t('ladder.icmp', { error: errorName(error, t) }),
    parts: [...(mtu === null ? [] : [t('ladder.icmp.mtu', { mtu })]), ...quoted],
    isAnswer: false,
    ...tailed(fateWords(report, t), t),
    more: [],
  };
}

function quotedText({ ctl, seq }: Segment, t: Translator): string {
  return `${bits(ctl) || t('ladder.noFlags')} seq=${seq}`;
}

/** An ICMP error in words. */
export function errorName(error: IcmpError, t: Translator): string {
  return t(`ladder.icmp.${error.replaceAll(' ', '-')}`);
}

function tailed(tails: readonly string[], t: Translator): Pick<LabelWords, 'tail' | 'tails'> {
  return { tails, tail: tails.join(t('ladder.comma')) };
}

function tailsOf(flight: Flight, t: Translator): readonly string[] {
  const { old, again, copy, overtaken, late, corrupted } = flight;
  return [
    ...(old ? [t('ladder.old')] : []),
    ...(again ? [t('ladder.again')] : []),
    ...(copy ? [t('ladder.copy')] : []),
    ...(overtaken ? [t('ladder.overtaken')] : late && !old ? [t('ladder.late')] : []),
    ...(corrupted ? [t('ladder.corrupted')] : []),
    ...fateWords(flight, t),
  ];
}

function fateWords(
  { fate, discarded }: Pick<Flight, 'fate' | 'discarded'>,
  t: Translator,
): readonly string[] {
  return [
    ...(fate === 'lost' ? [t('ladder.lost')] : []),
    ...(fate === 'unknown' ? [t('ladder.unseen')] : []),
    ...(discarded === null ? [] : [t('ladder.discarded')]),
  ];
}

/** The window and the options of a segment, in the spelling that tcpdump and ss made usual. */
export function optionsText({ wnd, options }: Segment): string {
  const { mss, wscale, sackPermitted, sack, ts }: Options = options;
  const blocks = sack?.map(({ left, right }) => `${left}:${right}`) ?? [];
  return [
    `wnd=${wnd}`,
    ...(mss === undefined ? [] : [`mss=${mss}`]),
    ...(wscale === undefined ? [] : [`wscale=${wscale}`]),
    ...(sackPermitted === true ? ['sackOK'] : []),
    ...(blocks.length === 0 ? [] : [`sack=${blocks.join(',')}`]),
    ...(ts === undefined ? [] : [`ts=${ts.val}/${ts.ecr}`]),
  ].join(' ');
}

/** The beginning of a segment's text; a dot for what is no letter, and for octets that nobody has. */
function textOf({ seg, uncaptured }: Flight, t: Translator): string {
  const known = seg.data.subarray(0, Math.max(0, seg.data.length - uncaptured));
  if (known.length === 0) return t('ladder.textMissing');
  const letters = [...known.subarray(0, SHOWN)].map((octet) =>
    octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·',
  );
  const isWhole = known.length <= SHOWN && uncaptured === 0;
  return t(isWhole ? 'ladder.quoted' : 'ladder.quotedBeginning', { text: letters.join('') });
}

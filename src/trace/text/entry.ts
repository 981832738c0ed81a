import { fromJson, toJson } from '../json.ts';
import type { SeenEntry, StepEntry, TraceEntry, TransitEntry } from '../trace.ts';
import { readSegment, segmentText } from './segment.ts';
import { changeText, effectText, eventText, readChange, readEffect, readEvent } from './step.ts';
import type { Travels } from './travels.ts';
import {
  changeOfState,
  fieldsText,
  nameText,
  readChangeOfState,
  readFields,
  readName,
  readNumber,
  WordError,
  type Words,
} from './words.ts';

/** Fields of an entry that have no words of their own stand at the end of its line, as JSON. */
export function restText(rest: object): string {
  return Object.values(rest).some((value) => value !== undefined) ? ` ${toJson(rest)}` : '';
}

/** The fields that `restText` wrote; none if there are none. */
export function readRest(words: Words): object {
  const word = words.takeIf((each) => each.startsWith('{'));
  if (word === null) return {};
  try {
    return fromJson(word) as object;
  } catch {
    throw new WordError(`${word} cannot be read`);
  }
}

/** ` via A1`, ` sent A1`: what an entry has to do with something that travels. */
function travelText(what: 'via' | 'sent', id: number | undefined, travels: Travels): string {
  return id === undefined ? '' : ` ${what} ${travels.nameOf(id) ?? `#${id}`}`;
}

/** A number that nothing in the trace bears is kept as it is. */
function readTravel(what: 'via' | 'sent', words: Words, travels: Travels): number | undefined {
  if (words.takeIf((word) => word === what) === null) return undefined;
  const word = words.take('the name of a transit');
  if (word.startsWith('#')) return readNumber(word.slice(1), 'the number of a transit');
  return travels.find(word).id;
}

/** The line of a step without its time: what it took, what it did, what changed. */
export function stepText(step: StepEntry, place: number, travels: Travels): string {
  const { kind, n, t: _, host, conn, by, before, after, event: __, ...more } = step;
  const { effects, diff, transit, cites, ...others } = more;
  const states = changeOfState(before, after);
  const own = by === 'reference' ? '' : ` by ${by}`;
  const via = travelText('via', transit, travels);
  const rest = restText({ cites, ...others, ...(n === place ? {} : { n }) });
  return [
    `${kind} ${nameText(host)} ${nameText(conn)} ${states}${own}${via} ${eventText(step, travels)}${rest}`,
    ...effects.map((effect) => ` ; ${effectText(effect, step, travels)}`),
    ...Object.entries(diff).map(([field, change]) => ` | ${changeText(field, change)}`),
  ].join('');
}

/** The step that `stepText` wrote; its kind has been read. Throws WordError. */
export function readStep(words: Words, t: number, n: number, travels: Travels): StepEntry {
  const host = readName(words.take('a host'));
  const conn = readName(words.take('a connection'));
  const { before, after } = readChangeOfState(words);
  if (before === null || after === null) throw new WordError('an engine knows its state');
  const own = words.takeIf((word) => word === 'by') !== null;
  const by = own ? words.take('whose code it was') : 'reference';
  const transit = readTravel('via', words, travels);
  const brought = transit === undefined ? undefined : travels.get(transit);
  const event = readEvent(words, () => (brought?.kind === 'transit' ? brought.seg : null));
  const rest = readRest(words);
  const effects = [];
  while (words.takeIf((word) => word === ';') !== null) effects.push(readEffect(words, travels));
  const diff = [];
  while (words.takeIf((word) => word === '|') !== null) diff.push(readChange(words));
  return {
    ...{ kind: 'step', n, t, host, conn, by: by as StepEntry['by'], before, after, event, effects },
    diff: Object.fromEntries(diff),
    ...(transit === undefined ? {} : { transit }),
    ...rest,
  };
}

/** The line of what a capture shows, without its time. */
export function seenText(seen: SeenEntry, place: number, travels: Travels): string {
  const { kind, n, t: _, host, conn, before, after, sent, transit, ...others } = seen;
  const states = changeOfState(before, after);
  const ways = `${travelText('sent', sent, travels)}${travelText('via', transit, travels)}`;
  const rest = restText({ ...others, ...(n === place ? {} : { n }) });
  return `${kind} ${nameText(host)} ${nameText(conn)} ${states}${ways}${rest}`;
}

/** What `seenText` wrote; its kind has been read. Throws WordError. */
export function readSeen(words: Words, t: number, n: number, travels: Travels): SeenEntry {
  const host = readName(words.take('a host'));
  const conn = readName(words.take('a connection'));
  const { before, after } = readChangeOfState(words);
  const sent = readTravel('sent', words, travels);
  const transit = readTravel('via', words, travels);
  const ways = {
    ...(sent === undefined ? {} : { sent }),
    ...(transit === undefined ? {} : { transit }),
  };
  return { kind: 'seen', n, t, host, conn, before, after, ...ways, ...readRest(words) };
}

/** The line of a segment on its way, without its time. `count` things travelled before it. */
export function transitText(transit: TransitEntry, place: number, count: number): string {
  const { kind, n, t: _, from, to, id, name, seg, again, until, fate, ...others } = transit;
  const twice = again ? ' again' : '';
  const rest = restText({
    ...others,
    ...(id === count ? {} : { id }),
    ...(n === place ? {} : { n }),
  });
  const way = `${nameText(name)} ${nameText(from)} > ${nameText(to)}`;
  return `${kind} ${way} ${segmentText(seg)}${twice} ${nameText(fate)} ${until}${rest}`;
}

const FATES = ['delivered', 'lost', 'on its way', 'unknown'] as const;

/** The segment that `transitText` wrote; its kind has been read. Throws WordError. */
export function readTransit(words: Words, t: number, n: number, count: number): TransitEntry {
  const name = readName(words.take('the name of the transit'));
  const from = readName(words.take('a host'));
  words.expect('>');
  const to = readName(words.take('a host'));
  const seg = readSegment(words);
  const again = words.takeIf((word) => word === 'again') !== null;
  const said = readName(words.take('what became of it'));
  const fate = FATES.find((each) => each === said);
  if (fate === undefined) throw new WordError(`"${said}" is nothing that can become of a segment`);
  const until = readNumber(words.take('a time'), 'a time');
  return {
    ...{ kind: 'transit', n, t, from, to, id: count, name, seg, again, until, fate },
    ...readRest(words),
  };
}

type Other = Exclude<TraceEntry, StepEntry | SeenEntry | TransitEntry>;

/** The line of any other entry, without its time: its kind, and its fields by name. */
export function otherText({ kind, n, t: _, ...fields }: Other, place: number): string {
  return `${kind}${fieldsText(fields)}${restText(n === place ? {} : { n })}`;
}

const OTHERS: readonly Other['kind'][] = ['icmp', 'discard', 'crash', 'plug'];

/** What `otherText` wrote; its kind has been read. Throws WordError. */
export function readOther(words: Words, kind: string, t: number, n: number): TraceEntry {
  const known = OTHERS.find((each) => each === kind);
  if (known === undefined) throw new WordError(`"${kind}" is no kind of entry`);
  return { kind: known, n, t, ...readFields(words), ...readRest(words) } as Other;
}

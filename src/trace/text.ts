import type { Config } from '#tcp';
import type { Trace, TraceEntry, TraceHost } from './trace.ts';
import {
  otherText,
  readOther,
  readRest,
  readSeen,
  readStep,
  readTransit,
  restText,
  seenText,
  stepText,
  transitText,
} from './text/entry.ts';
import { isTravelling, type Travels, travelsOf } from './text/travels.ts';
import {
  fieldsText,
  nameText,
  readFields,
  readName,
  readNumber,
  readState,
  readWords,
  splitWords,
  stateText,
  WordError,
  type Words,
} from './text/words.ts';

/** Thrown for text that is no Trace: what is wrong, and in which line, from 1. */
export class TraceTextError extends Error {
  override readonly name = 'TraceTextError';
  readonly line: number;
  constructor(what: string, line: number) {
    super(`line ${line}: ${what}`);
    this.line = line;
  }
}

/**
 * A Trace as text: a line for each entry, in their order, made for reading and for comparing line by
 * line. `traceFromText` gives back the same Trace.
 *
 *     trace 1
 *     host A client 10.77.0.1 CLOSED msl=120000 mss=1460 …
 *     host B server 10.77.0.2 LISTEN msl=120000 mss=1460 …
 *        0 step A 40001>10.77.0.2:8001 CLOSED -> SYN-SENT OPEN mode="active" … ; send A1 [3.10.1] | iss 0 -> 100
 *        0 transit A1 A > B SYN 10.77.0.1:40001 > 10.77.0.2:8001 seq=100 wnd=65535 mss=1460 delivered 40
 *       40 step B 8001.1 LISTEN -> SYN-RECEIVED via A1 SEGMENT-ARRIVES ; send B1 [3.10.7.2/3] …
 *     end 3000
 *
 * The first number of a line is its time in ms. Words are parted by spaces; what is no plain word is
 * in double quotes as in JSON. A step says host, connection, states, what brought it (`via`) and its
 * event; after each `;` an effect with its rule in brackets; after each `|` a field of the TCB that
 * changed. A transit says from whom to whom, the segment (see `segmentText`), its fate and when it
 * arrives or ends. `seen` is what a capture shows of a host, `?` a state that nobody knows; a host
 * whose settings nobody knows has `unknown` in their place. Other entries list their fields by name;
 * a field without words of its own follows as JSON. Empty lines, and lines that begin with `#`, say
 * nothing.
 */
export function traceToText(trace: Trace): string {
  const { version, hosts, entries, end, ...others } = trace;
  const travels = travelsOf(entries);
  let count = 0;
  const lines = entries.map((entry, place) => {
    const line = `${String(entry.t).padStart(6)} ${entryText(entry, place, count, travels)}`;
    if (isTravelling(entry)) count += 1;
    return line;
  });
  return [
    `trace ${version}${restText(others)}`,
    ...hosts.map(hostText),
    ...lines,
    `end ${end}`,
    '',
  ].join('\n');
}

function entryText(entry: TraceEntry, place: number, count: number, travels: Travels): string {
  if (entry.kind === 'step') return stepText(entry, place, travels);
  if (entry.kind === 'seen') return seenText(entry, place, travels);
  return entry.kind === 'transit' ? transitText(entry, place, count) : otherText(entry, place);
}

function hostText({ name, title, address, initial, config, ...others }: TraceHost): string {
  const who = [name, title, address].map(nameText).join(' ');
  const settings = config === null ? ' unknown' : fieldsText(config);
  return `host ${who} ${stateText(initial)}${settings}${restText(others)}`;
}

/** A line that says something, with its number. */
interface Line {
  readonly number: number;
  readonly words: Words;
}

/** The Trace that `traceToText` wrote. Throws TraceTextError. */
export function traceFromText(text: string): Trace {
  const lines = text.split('\n').flatMap((line, i): Line[] => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    return [{ number: i + 1, words: within(i + 1, () => readWords(splitWords(line))) }];
  });
  const last = lines.at(-1)?.number ?? 1;
  const [first, ...rest] = lines;
  if (first === undefined) throw new TraceTextError('there is no Trace', 1);
  const others = readLine(first, readVersion);

  const hosts: TraceHost[] = [];
  const bodies: (Line & { readonly t: number; readonly kind: string })[] = [];
  let end: number | null = null;
  for (const line of rest) {
    const word = within(line.number, () => {
      if (end !== null) throw new WordError('the Trace has ended');
      return line.words.take('a word');
    });
    if (word === 'host') hosts.push(readLine(line, readHost));
    else if (word === 'end') {
      end = readLine(line, (words) => readNumber(words.take('a time'), 'a time'));
    } else {
      const t = within(line.number, () => readNumber(word, 'a time'));
      bodies.push({ ...line, t, kind: within(line.number, () => line.words.take('a kind')) });
    }
  }
  if (end === null) throw new TraceTextError('the line with the end is missing', last);
  return { version: 1, hosts, entries: readEntries(bodies), end, ...others };
}

/** What travels is read first: the other entries name it. */
function readEntries(
  bodies: readonly (Line & { readonly t: number; readonly kind: string })[],
): readonly TraceEntry[] {
  let count = 0;
  const entries: (TraceEntry | null)[] = bodies.map(({ t, kind, ...line }, n) => {
    if (kind === 'step' || kind === 'seen') return null;
    const entry = readLine(line, (words) =>
      kind === 'transit' ? readTransit(words, t, n, count) : readOther(words, kind, t, n),
    );
    if (isTravelling(entry)) count += 1;
    return entry;
  });
  const travels = travelsOf(entries.filter((entry) => entry !== null));
  return bodies.map(({ t, kind, ...line }, n) => {
    const entry = entries[n];
    if (entry) return entry;
    return readLine(line, (words) =>
      kind === 'step' ? readStep(words, t, n, travels) : readSeen(words, t, n, travels),
    );
  });
}

function readVersion(words: Words): object {
  if (words.take('"trace"') !== 'trace') throw new WordError('a Trace begins with "trace 1"');
  const version = words.take('the version');
  if (version !== '1') throw new WordError(`version ${version} is unknown: this reads version 1`);
  return readRest(words);
}

function readHost(words: Words): TraceHost {
  const name = readName(words.take('the name of the host'));
  const title = readName(words.take('its title'));
  const address = readName(words.take('its address'));
  const initial = readState(words.take('a state'));
  const unknown = words.takeIf((word) => word === 'unknown') !== null;
  const config = unknown ? null : (readFields(words) as unknown as Config);
  return { name, title, address, initial, config, ...readRest(words) };
}

/** Reads a line to its end. */
function readLine<T>({ number, words }: Line, read: (words: Words) => T): T {
  return within(number, () => {
    const value = read(words);
    if (!words.isDone) throw new WordError(`nobody expects "${words.take('a word')}" here`);
    return value;
  });
}

function within<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WordError) throw new TraceTextError(error.message, line);
    throw error;
  }
}

import type { HostEntry, HostRecord } from '#network/replay.ts';
import type { Ctl, Options, Segment, Signal, State } from '#tcp';
import type { CallsRecord, EventRef } from './sandbox.ts';
import type { Value } from './value.ts';

/** What could be seen of a host at one event. */
export interface Observation {
  /** Virtual time, ms. */
  readonly t: number;
  readonly cause: Exclude<EventRef, null | { readonly call: number }>;
  readonly conn: string;
  /** Its place in the record. */
  readonly entry: number;
  /** The state after the event. */
  readonly after: State;
  readonly sent: readonly Segment[];
  readonly signals: readonly Signal[];
  /** Octets handed to the user. */
  readonly delivered: Uint8Array;
}

/**
 * The observable part of a record, in order. Timers that expired without anyone noticing are left
 * out: which timers a host keeps is its own affair.
 */
export function observe(record: HostRecord): readonly Observation[] {
  const seen: Observation[] = [];
  record.entries.forEach((entry, place) => {
    const one = toObservation(entry, place);
    if (isNoticed(one, entry)) seen.push(one);
  });
  return seen.sort(byTime);
}

const NO_OCTETS = new Uint8Array();

function toObservation({ t, cause, conn, after, effects }: HostEntry, entry: number): Observation {
  const sent: Segment[] = [];
  const signals: Signal[] = [];
  let delivered = NO_OCTETS;
  for (const effect of effects) {
    if (effect.type === 'send') sent.push(effect.seg);
    else if (effect.type === 'signal') signals.push(effect.signal);
    else if (effect.type === 'deliver') delivered = joined(delivered, effect.data);
  }
  const ref = 'input' in cause ? { input: cause.input } : { timer: cause.timer, t };
  return { t, cause: ref, conn, entry, after, sent, signals, delivered };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function isNoticed(
  { cause, sent, signals, delivered }: Observation,
  { before, after }: HostEntry,
): boolean {
  const isSilent = sent.length + signals.length + delivered.length === 0;
  return 'input' in cause || before !== after || !isSilent;
}

/** Inputs come before the timers of the same instant; timers by connection. */
function byTime(a: Observation, b: Observation): number {
  if (a.t !== b.t) return a.t - b.t;
  const [one, two] = [placeOf(a), placeOf(b)];
  if (one !== two) return one - two;
  return a.conn < b.conn ? -1 : a.conn > b.conn ? 1 : a.entry - b.entry;
}

/** The input's number; infinite for a timer. */
export function placeOf({ cause }: Observation): number {
  return 'input' in cause ? cause.input : Number.POSITIVE_INFINITY;
}

/**
 * All that can be seen of a run, as a text: the same text for two runs that nobody could tell apart,
 * and another one for any other. A line for each event, or for each call.
 */
export function seenText(record: HostRecord | CallsRecord): string {
  return 'entries' in record ? eventsText(record) : record.values.map(valueText).join('\n');
}

function eventsText(record: HostRecord): string {
  let text = '';
  for (const each of observe(record)) {
    const event = 'input' in each.cause ? String(each.cause.input) : 'timer';
    text += `${each.t} ${event} ${each.after}`;
    for (const seg of each.sent) text += `;${segmentText(seg)}`;
    for (const signal of each.signals) text += `!${signal}`;
    text += each.delivered.length === 0 ? '\n' : `=${octetsText(each.delivered)}\n`;
  }
  return text;
}

/** The order of fields means nothing, nor does the sign of zero. */
function valueText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return `<${octetsText(value)}>`;
  if (isList(value)) return `[${value.map(valueText).join()}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${valueText(value[name] ?? null)}`).join()}}`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

/**
 * Octets as their number and two sums over them (FNV-1a, and a sum of sums), 64 bits together: they
 * are most of what is seen, and to carry each of them would take longer than all the rest. Who would
 * want other octets with the same sums has to know the right ones first.
 */
function octetsText(octets: Uint8Array): string {
  if (octets.length === 0) return '';
  let state = 0x811c9dc5;
  let sums = 1;
  for (let i = 0; i < octets.length; i++) {
    state = Math.imul(state ^ (octets[i] ?? 0), 0x01000193);
    sums = (Math.imul(sums, 31) + state) | 0;
  }
  return `${octets.length}*${state >>> 0}.${sums >>> 0}`;
}

/** Fields that mean nothing are left out, as `sameSegment` does not look at them. */
function segmentText({ src, dst, ctl, seq, ack, wnd, up, data, options }: Segment): string {
  const ends = `${src.address}:${src.port}>${dst.address}:${dst.port}`;
  const numbers = `${seq} ${ctl.ack ? ack : ''} ${ctl.rst ? '' : wnd} ${ctl.urg ? up : ''}`;
  return `${ends} ${bitsText(ctl)} ${numbers} ${optionsText(options)} ${octetsText(data)}`;
}

function bitsText({ syn, fin, rst, psh, urg, ece, cwr, ack }: Ctl): number {
  const low = +syn + 2 * +fin + 4 * +rst + 8 * +psh;
  return low + 16 * +urg + 32 * +ece + 64 * +cwr + 128 * +ack;
}

function optionsText({ mss, wscale, sackPermitted, sack, ts }: Options): string {
  let text = mss === undefined ? '' : `m${mss}`;
  if (wscale !== undefined) text += `w${wscale}`;
  if (sackPermitted === true) text += 'p';
  for (const { left, right } of sack ?? []) text += `s${left}:${right}`;
  return ts === undefined ? text : `${text}t${ts.val}:${ts.ecr}`;
}

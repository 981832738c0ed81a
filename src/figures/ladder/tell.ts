import type { Effect, Segment } from '#tcp';
import type { SeenEntry, StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { errorName } from './label-words.ts';
import { stateName } from './names.ts';
import { octets } from './segment.ts';
import type { Teller } from './teller.ts';

/** What a host took and what it did, in sentences. */
export function tellStep(step: StepEntry, teller: Teller): readonly string[] {
  return [tellEvent(step, teller), ...tellEffects(step, teller)];
}

/** The same for whoever tells a story of any kind: of an engine, or of a capture. */
export function tellEntry(
  entry: StepEntry | SeenEntry,
  trace: Trace,
  teller: Teller,
): readonly string[] {
  return entry.kind === 'step' ? tellStep(entry, teller) : tellSeen(entry, trace, teller);
}

/** What a capture shows of a host. Why it sends, nobody saw. */
function tellSeen(entry: SeenEntry, trace: Trace, { t, the, The, segment }: Teller) {
  const { host, before, after } = entry;
  const sent = transitOf(trace, entry.sent);
  const got = transitOf(trace, entry.transit);
  const say = (key: string, seg: Segment) =>
    t(key, { the: the(host), The: The(host), segment: segment(seg, entry.t) });
  const states = { before: stateName(before, false, t), after: stateName(after, false, t) };
  return [
    ...(got === undefined ? [] : [say('ladder.say.arrives', got.seg)]),
    ...(sent !== undefined
      ? [say(sent.again ? 'ladder.say.sentAgain' : 'ladder.say.sent', sent.seg)]
      : []),
    ...(before === after ? [] : [t('ladder.say.becomes', states)]),
  ];
}

/** The transits of a trace by their numbers, which are looked for only once. */
const transits = new WeakMap<Trace, ReadonlyMap<number, TransitEntry>>();

function transitOf(trace: Trace, id: number | undefined): TransitEntry | undefined {
  if (id === undefined) return undefined;
  let known = transits.get(trace);
  if (known === undefined) {
    const all = trace.entries.filter((entry) => entry.kind === 'transit');
    known = new Map(all.map((entry) => [entry.id, entry]));
    transits.set(trace, known);
  }
  return known.get(id);
}

function tellEvent({ event, host, t: at }: StepEntry, { t, the, The, segment }: Teller): string {
  const values = { the: the(host), The: The(host) };
  switch (event.type) {
    case 'OPEN':
      return t(`ladder.say.OPEN.${event.mode}`, values);
    case 'SEND':
      return t('ladder.say.SEND', { ...values, octets: octets(event.data.length, t) });
    case 'SEGMENT-ARRIVES':
      return t('ladder.say.arrives', { ...values, segment: segment(event.seg, at) });
    case 'TIMEOUT':
      return t(`ladder.say.TIMEOUT.${event.timer}`, values);
    case 'ICMP':
      return t('ladder.say.ICMP', { ...values, error: errorName(event.error, t) });
    default:
      return t('ladder.say.call', { ...values, call: event.type });
  }
}

type Send = Extract<Effect, { type: 'send' }>;

function tellEffects(step: StepEntry, { t, segment }: Teller): readonly string[] {
  const { before, after, effects, t: at } = step;
  const sends = effects.filter((effect) => effect.type === 'send');
  const [only] = sends;
  if (sends.length === 1 && only?.again === false && before !== after) {
    const said = t('ladder.say.sendsAndBecomes', { segment: segment(only.seg, at), before, after });
    return [said, ...effects.flatMap((effect) => tellQuiet(effect, t))];
  }
  const send = ({ seg, again }: Send) =>
    t(again ? 'ladder.say.sendsAgain' : 'ladder.say.sends', { segment: segment(seg, at) });
  return [
    ...sends.map(send),
    ...(before === after ? [] : [t('ladder.say.becomes', { before, after })]),
    ...effects.flatMap((effect) => tellQuiet(effect, t)),
  ];
}

/** What is neither seen on the wire nor in the state. */
function tellQuiet(effect: Effect, t: Translator): readonly string[] {
  if (effect.type === 'drop') return [t('ladder.say.drops')];
  if (effect.type === 'deliver') {
    return [t('ladder.say.delivers', { octets: octets(effect.data.length, t) })];
  }
  if (effect.type !== 'signal' || effect.signal === 'ok') return [];
  return [t('ladder.say.signals', { signal: effect.signal })];
}

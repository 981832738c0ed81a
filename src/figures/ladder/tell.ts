import type { Effect, Segment, TcpEvent } from '#tcp';
import type { SeenEntry, StepEntry, Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { hostInSentence } from './hosts.ts';
import { stateName } from './names.ts';
import { describeSegment, flagsOf, numbersOf, octets } from './segment.ts';

/** How a telling names things: in the words of one figure. */
export interface Teller {
  readonly t: Translator;
  /** A host within a sentence, and at the beginning of one. */
  readonly the: (host: string) => string;
  readonly The: (host: string) => string;
  /** A segment: briefly for a caption, with its length for the list. */
  readonly segment: (seg: Segment) => string;
}

/** A teller for a trace; `titles` replace the hosts' own. */
export function tellerOf(
  trace: Trace,
  t: Translator,
  style: 'brief' | 'full',
  titles: Readonly<Record<string, string>> = {},
): Teller {
  const title = (name: string) =>
    titles[name] ?? trace.hosts.find((host) => host.name === name)?.title ?? name;
  return {
    t,
    the: (host) => hostInSentence(title(host), t).the,
    The: (host) => hostInSentence(title(host), t).The,
    segment: (seg) =>
      style === 'full' ? describeSegment(seg, t) : [flagsOf(seg, t), ...numbersOf(seg)].join(' '),
  };
}

/** What a host took and what it did, in sentences. */
export function tellStep(step: StepEntry, teller: Teller): readonly string[] {
  return [tellEvent(step.event, step.host, teller), ...tellEffects(step, teller)];
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
  const transit = (id: number | undefined) =>
    trace.entries.find((each) => each.kind === 'transit' && each.id === id);
  const sent = transit(entry.sent);
  const got = transit(entry.transit);
  const say = (key: string, seg: Segment) =>
    t(key, { the: the(host), The: The(host), segment: segment(seg) });
  const states = { before: stateName(before, false, t), after: stateName(after, false, t) };
  return [
    ...(got?.kind === 'transit' ? [say('ladder.say.arrives', got.seg)] : []),
    ...(sent?.kind === 'transit'
      ? [say(sent.again ? 'ladder.say.sentAgain' : 'ladder.say.sent', sent.seg)]
      : []),
    ...(before === after ? [] : [t('ladder.say.becomes', states)]),
  ];
}

function tellEvent(event: TcpEvent, host: string, { t, the, The, segment }: Teller): string {
  const values = { the: the(host), The: The(host) };
  switch (event.type) {
    case 'OPEN':
      return t(`ladder.say.OPEN.${event.mode}`, values);
    case 'SEND':
      return t('ladder.say.SEND', { ...values, octets: octets(event.data.length, t) });
    case 'SEGMENT-ARRIVES':
      return t('ladder.say.arrives', { ...values, segment: segment(event.seg) });
    case 'TIMEOUT':
      return t(`ladder.say.TIMEOUT.${event.timer}`, values);
    case 'ICMP':
      return t('ladder.say.ICMP', { ...values, error: event.error });
    default:
      return t('ladder.say.call', { ...values, call: event.type });
  }
}

type Send = Extract<Effect, { type: 'send' }>;

function tellEffects(step: StepEntry, { t, segment }: Teller): readonly string[] {
  const { before, after, effects } = step;
  const sends = effects.filter((effect) => effect.type === 'send');
  const [only] = sends;
  if (sends.length === 1 && only?.again === false && before !== after) {
    const said = t('ladder.say.sendsAndBecomes', { segment: segment(only.seg), before, after });
    return [said, ...effects.flatMap((effect) => tellQuiet(effect, t))];
  }
  const send = ({ seg, again }: Send) =>
    t(again ? 'ladder.say.sendsAgain' : 'ladder.say.sends', { segment: segment(seg) });
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

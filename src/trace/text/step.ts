import type { Diff, Effect, Segment, TcpEvent } from '#tcp';
import { TIMERS } from '#tcp/tcb.ts';
import type { StepEntry } from '../trace.ts';
import { readSegment, segmentText } from './segment.ts';
import type { Travels } from './travels.ts';
import {
  fieldsText,
  nameText,
  octetsText,
  readFields,
  readName,
  readNumber,
  readOctets,
  readState,
  readValue,
  stateText,
  valueText,
  WordError,
  type Words,
} from './words.ts';

/** Stands before a segment that is spelled out, because no transit carries it. */
const SPELLED = 'segment';

/** `SEGMENT-ARRIVES`, if it came with the step's transit; other events with their fields. */
export function eventText({ event, transit }: StepEntry, travels: Travels): string {
  if (event.type !== 'SEGMENT-ARRIVES') {
    const { type, ...fields } = event;
    return `${type}${fieldsText(fields)}`;
  }
  const brought = transit === undefined ? undefined : travels.get(transit);
  const isSame = brought?.kind === 'transit' && segmentText(brought.seg) === segmentText(event.seg);
  return isSame ? event.type : `${event.type} ${SPELLED} ${segmentText(event.seg)}`;
}

/** The event that `eventText` wrote. `brought` gives the segment of the step's transit. */
export function readEvent(words: Words, brought: () => Segment | null): TcpEvent {
  const type = words.take('an event');
  if (type !== 'SEGMENT-ARRIVES') return { type, ...readFields(words) } as TcpEvent;
  const spelled = words.takeIf((word) => word === SPELLED) !== null;
  const seg = spelled ? readSegment(words) : brought();
  if (seg === null) throw new WordError('a segment arrives, and no transit brings it');
  return { type, seg };
}

/** ` [MUST-13]`, or nothing. */
function ruleText(rule: string | null): string {
  if (rule === null) return '';
  return /^[^\s"[\]]+$/.test(rule) ? ` [${rule}]` : ` [${JSON.stringify(rule)}]`;
}

function readRule(words: Words): string | null {
  const word = words.takeIf((each) => each.startsWith('['));
  return word === null ? null : readName(word.slice(1, -1));
}

/** One effect: `send A1 [3.10.1]`, `state CLOSED -> SYN-SENT`, `timer RETRANSMISSION 1000` … */
export function effectText(effect: Effect, step: StepEntry, travels: Travels): string {
  const rule = ruleText(effect.rule);
  switch (effect.type) {
    case 'send':
      return `send ${sentText(effect, step, travels)}${rule}`;
    case 'state':
      return `state ${stateText(effect.from)} -> ${stateText(effect.to)}${rule}`;
    case 'timer':
      return `timer ${effect.timer} ${effect.at === null ? 'off' : effect.at}${rule}`;
    case 'deliver':
      return `deliver ${octetsText(effect.data)}${rule}`;
    case 'signal':
      return `signal ${JSON.stringify(effect.signal)}${rule}`;
    case 'drop':
      return `drop ${JSON.stringify(effect.why)}${rule}`;
  }
}

type Send = Extract<Effect, { type: 'send' }>;

/** The name of the transit that left with this effect; else the segment. */
function sentText({ seg, again }: Send, step: StepEntry, travels: Travels): string {
  const text = segmentText(seg);
  const left = travels
    .leaving(step.host, step.t)
    .find(
      (each) => each.kind === 'transit' && each.again === again && segmentText(each.seg) === text,
    );
  const name = left === undefined ? null : travels.nameOf(left.id);
  if (name !== null && name !== SPELLED) return name;
  return `${SPELLED} ${text}${again ? ' again' : ''}`;
}

/** The effect that `effectText` wrote. Throws WordError. */
export function readEffect(words: Words, travels: Travels): Effect {
  const effect = readEffectBody(words, travels);
  return { ...effect, rule: readRule(words) } as Effect;
}

function readEffectBody(words: Words, travels: Travels): object {
  const type = words.take('an effect');
  switch (type) {
    case 'send': {
      const word = words.take('what is sent');
      if (word === SPELLED) {
        const seg = readSegment(words);
        return { type, seg, again: words.takeIf((each) => each === 'again') !== null };
      }
      const sent = travels.find(word);
      if (sent.kind !== 'transit') throw new WordError(`${word} is no segment`);
      return { type, seg: sent.seg, again: sent.again };
    }
    case 'state': {
      const from = readState(words.take('a state'));
      words.expect('->');
      return { type, from, to: readState(words.take('a state')) };
    }
    case 'timer': {
      const word = words.take('a timer');
      const timer = TIMERS.find((each) => each === word);
      if (timer === undefined) throw new WordError(`"${word}" is no timer`);
      const at = words.take('a time');
      return { type, timer, at: at === 'off' ? null : readNumber(at, 'a time') };
    }
    case 'deliver':
      return { type, data: readOctets(words.take('octets')) };
    case 'signal':
      return { type, signal: readName(words.take('a signal')) };
    case 'drop':
      return { type, why: readName(words.take('a reason')) };
    default:
      throw new WordError(`"${type}" is no effect`);
  }
}

/** One changed field of the TCB: `snd.nxt 100 -> 101`. */
export function changeText(field: string, [before, after]: Diff[string]): string {
  return `${nameText(field)} ${valueText(before)} -> ${valueText(after)}`;
}

/** The change that `changeText` wrote. */
export function readChange(words: Words): readonly [string, Diff[string]] {
  const field = readName(words.take('a field'));
  const before = readValue(words.take('a value'));
  words.expect('->');
  return [field, [before, readValue(words.take('a value'))]];
}

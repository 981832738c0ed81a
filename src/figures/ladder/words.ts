import { STATES } from '#tcp/state.ts';
import type { Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { stateName } from './names.ts';
import { readScore, type Flight, type Score } from './score.ts';
import { penOf } from './segment.ts';
import { escapeText } from './svg.ts';
import { tellEntry, tellerOf, type Teller } from './tell.ts';
import { duration } from './time.ts';

/** Two times are the same moment if they differ by no more than this, ms. */
const MOMENT = 1e-6;

/**
 * What happens at a time, in one or a few sentences: the events of that moment if there are any,
 * else what is on its way, else who waits for what. Plain text.
 */
export function sentenceAt(trace: Trace, score: Score, now: number, t: Translator): string {
  const teller = tellerOf(trace, t, 'brief');
  const events = tellMoment(trace, score, now, teller);
  if (events.length > 0) return events.join(t('ladder.space'));
  const flying = score.flights.filter(({ t1, t2, lostAt }) => t1 < now && now < (lostAt ?? t2));
  const told = flying.length > 0 ? tellFlying(flying, teller) : tellWaiting(score, now, teller);
  return told.join(t('ladder.space'));
}

function tellMoment(trace: Trace, score: Score, now: number, teller: Teller): readonly string[] {
  const at = (time: number) => Math.abs(Math.max(score.start, time) - now) <= MOMENT;
  const old = score.flights.filter((flight) => flight.old && at(flight.t1));
  const lost = score.flights.filter(({ lostAt }) => lostAt !== null && at(lostAt));
  return [
    ...trace.entries.flatMap((entry) =>
      (entry.kind === 'step' || entry.kind === 'seen') && at(entry.t)
        ? tellEntry(entry, trace, teller)
        : [],
    ),
    ...old.map((flight) => tellFlight('ladder.say.old', flight, teller)),
    ...lost.map((flight) => tellFlight('ladder.say.lost', flight, teller)),
  ];
}

function tellFlight(key: string, { seg, from, to }: Flight, { t, the, The, segment }: Teller) {
  return t(key, { segment: segment(seg), from: the(from), From: The(from), to: the(to) });
}

function tellFlying(flying: readonly Flight[], teller: Teller): readonly string[] {
  const [only] = flying;
  const onTheWay = flying.map((flight) => tellFlight('ladder.say.flies', flight, teller));
  return flying.length === 1 && only !== undefined
    ? [...onTheWay, meaning(only, teller)]
    : onTheWay;
}

/** What a segment says to the one who receives it. */
function meaning({ seg }: Flight, { t }: Teller): string {
  const last = (seg.seq + seg.data.length - 1) >>> 0;
  const values = { seq: seg.seq, ack: seg.ack, before: (seg.ack - 1) >>> 0, last };
  const pen = penOf(seg);
  const answer = pen === 'syn' && seg.ctl.ack ? 'synAck' : pen;
  return t(`ladder.means.${answer}`, values);
}

function tellWaiting({ brackets }: Score, now: number, { t, the, The }: Teller): readonly string[] {
  const running = brackets.filter(({ from, to }) => from < now && now < to);
  const waits = running.map(({ host, timer, from, length }) =>
    t(`ladder.waits.${timer}`, { the: the(host), The: The(host), at: duration(from + length, t) }),
  );
  return [t('ladder.say.quiet'), ...waits];
}

/** The drawing in short, for those who do not see it: the states of both hosts with their times. */
export function describeLadder(
  trace: Trace,
  t: Translator,
  titles: Readonly<Record<string, string>> = {},
): string {
  const { stays, flights } = readScore(trace);
  const { The } = tellerOf(trace, t, 'brief', titles);
  const lives = trace.hosts.flatMap(({ name }) => {
    const states = stays
      .filter((stay) => stay.host === name)
      .map(({ state, n, from }) => {
        const name = stateName(state, false, t);
        return n === null ? name : t('ladder.desc.state', { state: name, at: duration(from, t) });
      });
    if (states.length === 0) return [];
    return [t('ladder.desc.host', { The: The(name), states: states.join(t('ladder.comma')) })];
  });
  return [t('ladder.desc', { n: flights.length }), ...lives].join(t('ladder.space'));
}

const EVENT_WORD = /\b(?:SYN|FIN|RST|ACK)(?:,(?:SYN|FIN|RST|ACK))*\b/;
/** State names first, so that the SYN of SYN-SENT keeps its ink. Longest first. */
const STATE_WORD = [...STATES].sort((a, b) => b.length - a.length).join('|');
const WORDS = new RegExp(`(${STATE_WORD})|(${EVENT_WORD.source})`, 'g');

/** The same text as HTML: events in their colours, states in the lettering of states. */
export function colourWords(text: string): string {
  return escapeText(text).replace(WORDS, (word, state: string | undefined) => {
    if (state !== undefined) return `<span class="state">${state}</span>`;
    const pen = ['rst', 'fin', 'syn', 'ack'].find((bit) => word.includes(bit.toUpperCase()));
    return `<b class="ev-${pen ?? 'ack'}">${word}</b>`;
  });
}

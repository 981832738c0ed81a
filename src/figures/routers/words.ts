import type { Translator } from '#text/text.ts';
import { hostInSentence, hostTitle } from '../ladder/hosts.ts';
import { flagsOf } from '../ladder/segment.ts';
import { socketOf, valueOf } from './fields.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Heard, Journey, Leg, Story } from './story.ts';

/** A node as a drawing names it: `Client`, `R1`. */
export function nodeTitle({ nodes }: Story, name: string, t: Translator): string {
  const title = nodes.find((node) => node.name === name)?.title ?? null;
  return title === null ? name : hostTitle(title, t);
}

/** What travels, in short: `SYN,ACK`, `ICMP`. */
export function journeyLabel({ seg }: Journey, t: Translator): string {
  return seg === null ? t('routers.icmp') : flagsOf(seg, t);
}

/** A node within a sentence, and at the beginning of one. */
function named({ nodes }: Story, name: string, t: Translator): { the: string; The: string } {
  const title = nodes.find((node) => node.name === name)?.title ?? null;
  return title === null ? { the: name, The: name } : hostInSentence(title, t);
}

/** What happens at a step, in a few sentences. Plain text. */
export function sentenceOf(story: Story, step: Step, t: Translator): string {
  const [first] = story.journeys;
  if (first === undefined) return t('routers.say.nothing');
  if (step.kind === 'all') return sayAll(story, first, t);
  const journey = story.journeys[step.journey] ?? first;
  const leg = journey.legs[step.leg];
  if (leg === undefined) return t('routers.say.nothing');
  if (step.kind === 'leg') return sayLeg(story, journey, step.leg, t);
  const next = journey.legs[step.leg + 1];
  return next === undefined
    ? sayEnd(story, journey, leg, t)
    : sayNode(story, journey, leg, next, t);
}

function sayAll(story: Story, first: Journey, t: Translator): string {
  const what = journeyLabel(first, t);
  const last = first.legs.at(-1);
  if (last === undefined) return t('routers.say.stays', { what, why: first.why ?? '' });
  const { the } = named(story, last.to, t);
  if (first.end === 'vanished') return t('routers.say.all.vanished', { what, the });
  if (first.end === 'arrived') {
    return t('routers.say.all.arrived', { what, the, n: first.legs.length });
  }
  const ends = t('routers.say.all.ended', { what, node: last.to, why: whyOf(first, t) });
  return story.journeys[1]?.seg === null
    ? [ends, t('routers.say.all.told', { node: last.to })].join(t('routers.space'))
    : ends;
}

/** Why a node ended it: the usual reason in our words, any other in the network's. */
function whyOf({ why }: Journey, t: Translator): string {
  return why === 'time exceeded' ? t('routers.why.ttl') : (why ?? '');
}

function sayLeg(story: Story, journey: Journey, place: number, t: Translator): string {
  const leg = journey.legs[place] as Leg;
  const values = {
    what: journeyLabel(journey, t),
    ...named(story, place === 0 ? leg.from : leg.to, t),
    to: named(story, leg.to, t).the,
    ttl: valueOf(leg, 'ip', 'ttl') ?? '',
    destination: valueOf(leg, 'ip', 'destination') ?? '',
    error: journey.error ?? '',
    type: valueOf(leg, 'icmp', 'type') ?? '',
  };
  const vanishes = journey.end === 'vanished' && place === journey.legs.length - 1;
  if (vanishes) return t('routers.say.leg.vanishes', values);
  if (place > 0) return t('routers.say.leg.next', values);
  return t(journey.seg === null ? 'routers.say.leg.icmp' : 'routers.say.leg.first', values);
}

/** A node passes it on: what it writes into it. */
function sayNode(story: Story, journey: Journey, leg: Leg, next: Leg, t: Translator): string {
  const node = leg.to;
  const ttl = t('routers.say.at.ttl', {
    node,
    before: valueOf(leg, 'ip', 'ttl') ?? '',
    after: valueOf(next, 'ip', 'ttl') ?? '',
  });
  const end = (['source', 'destination'] as const).find(
    (each) => socketOf(leg, each) !== socketOf(next, each),
  );
  if (end === undefined) {
    const rest = t(journey.seg === null ? 'routers.say.at.icmp' : 'routers.say.at.tcp', { node });
    return [ttl, rest].join(t('routers.space'));
  }
  const values = { node, before: socketOf(leg, end), after: socketOf(next, end) };
  const told =
    journey.seg === null
      ? t('routers.say.nat.icmp', { ...values, the: named(story, finalNode(journey), t).the })
      : t(`routers.say.nat.${end}`, values);
  return [ttl, told, ...sayPort(leg, next, end, t)].join(t('routers.space'));
}

const finalNode = ({ legs }: Journey): string => legs.at(-1)?.to ?? '';

/** What becomes of the port of whoever stands behind the NAT, on the way out. */
function sayPort(leg: Leg, next: Leg, end: 'source' | 'destination', t: Translator) {
  const [before, after] = [leg, next].map((each) => valueOf(each, 'tcp', 'sourcePort'));
  if (end === 'destination' || !before || !after) return [];
  return [
    t(before === after ? 'routers.say.port.kept' : 'routers.say.port.taken', { before, after }),
  ];
}

function sayEnd(story: Story, journey: Journey, leg: Leg, t: Translator): string {
  const { the, The } = named(story, leg.to, t);
  const ttl = valueOf(leg, 'ip', 'ttl') ?? '';
  const what = journeyLabel(journey, t);
  if (journey.end === 'ended') {
    const isTold = story.journeys[1]?.seg === null && journey === story.journeys[0];
    const ends =
      journey.why === 'time exceeded'
        ? t('routers.say.end.ttl', { node: leg.to, ttl })
        : t('routers.say.end.other', { node: leg.to, why: journey.why ?? '' });
    const tells = t('routers.say.end.tells', { node: leg.to });
    return isTold ? [ends, tells].join(t('routers.space')) : ends;
  }
  const arrives =
    journey.seg === null
      ? t('routers.say.end.icmp', {
          ...{ the, The, seq: valueOf(leg, 'quotedTcp', 'seq') ?? '' },
          source: socketOf(leg, 'source', 'quotedIp'),
          destination: socketOf(leg, 'destination', 'quotedIp'),
        })
      : t('routers.say.end.arrives', { what, the, The, ttl });
  const { heard, why } = journey;
  if (why !== null) return t('routers.say.end.discards', { The, what, why });
  return heard === null ? arrives : [arrives, sayHeard(heard, The, t)].join(t('routers.space'));
}

function sayHeard({ before, after, isSoft }: Heard, The: string, t: Translator): string {
  if (before !== after) return t('routers.say.end.becomes', { The, before, after });
  return t(isSoft ? 'routers.say.end.soft' : 'routers.say.end.stays', { The, state: after });
}

/** The whole story, one line for each step. */
export function listStory(story: Story, t: Translator): readonly string[] {
  return stepsOf(story).map((step) => sentenceOf(story, step, t));
}

/** A step's place in words: `Client to R1`, `at the client`. */
export function placeWords(story: Story, step: Step, t: Translator): string {
  if (step.kind === 'all') return t('routers.place.all');
  const { from = '', to = '' } = story.journeys[step.journey]?.legs[step.leg] ?? {};
  if (step.kind === 'at') return t('routers.place.at', { to: named(story, to, t).the });
  return t('routers.place.leg', {
    from: nodeTitle(story, from, t),
    to: nodeTitle(story, to, t),
  });
}

import { array, constant, nat, tuple } from 'fast-check';
import { ISN_STEP } from '#scenario/packetdrill/numbers.ts';
import type { Config } from '#tcp';
import type { ConnectionBias, Happening } from '../bias.ts';
import type { Cases } from '../draw.ts';
import { at, flat, withoutOne } from '../flat.ts';
import { type Odd, PLAIN } from './odd.ts';
import {
  ACK_PLACES,
  EXTRA_TEXT,
  GAPS,
  ODD_BITS,
  OUR_ISNS,
  PEER_ISNS,
  SEQ_PLACES,
  STAMPS,
  SYN_MSS,
  WINDOWS,
} from './tables.ts';
import { createWalk } from './walk.ts';
import { type Move, waysFor } from './ways.ts';
import type { Setting } from './world.ts';

/** How many odd events a case has at most, and how many peers there are, unless the bias says so. */
const MOST = 4;
const PEERS = 2;

/** Most events are about the connection that the way has opened. */
const WHO = flat<number>([
  [0, 8],
  [1, 2],
  [2, 1],
]);

/** Whatever is drawn is a place in a list. */
type DrawnEvent = readonly [what: number, ...places: readonly number[]];
type DrawnCase = readonly [setting: readonly number[], events: readonly DrawnEvent[]];

type Step = readonly [move: Move, odd: Odd];

interface Plan {
  readonly setting: Setting;
  readonly steps: readonly Step[];
}

const placeIn = (list: readonly unknown[]) => nat(list.length - 1);

/** Nothing is drawn where there is no choice. */
const placeIf = (list: readonly unknown[]) => (list.length > 1 ? placeIn(list) : constant(0));

/** The cases of a connection: a setting, a way to a state, odd events, a polite end. */
export function connectionCases(bias: ConnectionBias, config: Config): Cases<DrawnCase, Plan> {
  const { peers = PEERS, most = MOST, endings, settings = [{}], isnSteps = [ISN_STEP] } = bias;
  const hasStamps = settings.some(({ timestamps }) => timestamps === true);
  const ways = waysFor(bias);
  const happenings = flat(Object.entries(bias.events) as [Happening, number][]);
  const setting = tuple(
    ...[placeIn(endings), placeIn(ways), placeIn(OUR_ISNS), placeIn(PEER_ISNS), placeIn(WINDOWS)],
    ...[placeIn(SYN_MSS), placeIf(settings), placeIf(isnSteps)],
  );
  const event = tuple(
    ...[placeIn(happenings), placeIn(WHO), placeIn(SEQ_PLACES), placeIn(ACK_PLACES)],
    ...[placeIn(EXTRA_TEXT), placeIn(WINDOWS), placeIn(ODD_BITS), placeIn(GAPS)],
    placeIf(hasStamps ? STAMPS : []),
  );
  // Without fast-check's own bias, which makes arrays short and numbers small: the lists have theirs.
  const events = array(event, { minLength: 0, maxLength: most, size: 'max' });

  return {
    arbitrary: tuple(setting, events),
    planOf([[ending = 0, wayAt = 0, ours = 0, theirs = 0, window = 0, ...others], drawn]) {
      const [mss = 0, set = 0, step = 0] = others;
      const { opened, moves } = at(ways, wayAt);
      const announced = at(SYN_MSS, mss);
      const options = announced === null ? {} : { mss: announced };
      const isns = {
        ...{ ours: at(OUR_ISNS, ours), theirs: at(PEER_ISNS, theirs) },
        step: at(isnSteps, step),
      };
      return {
        setting: { config: { ...config, ...at(settings, set) }, opened, peers, options, ...isns },
        steps: [
          ...moves.map((move): Step => [move, goesOn(moves) ? { ...PLAIN, window } : PLAIN]),
          ...drawn.map(([what, ...places]): Step => [at(happenings, what), oddOf(places)]),
          // The first polite segment has the window of the way; the next shows that it was taken.
          ...at(endings, ending).map((move, i, all): Step => [
            move,
            i === all.findIndex(isSent) ? { ...PLAIN, window } : PLAIN,
          ]),
        ],
      };
    },
    toRun({ setting: whole, steps }) {
      const walk = createWalk(whole);
      for (const [move, odd] of steps) walk.happen(move, odd);
      return walk.finish();
    },
    *shorter({ setting: whole, steps }) {
      for (const fewer of withoutOne(steps)) yield { setting: whole, steps: fewer };
    },
  };
}

/** What our user does, and what nobody does; the rest are segments of the peer's. */
const OURS: ReadonlySet<Happening> = new Set<Happening>([
  ...(['write', 'write much', 'read', 'shutdown', 'close', 'abort', 'timeout'] as const),
]);
const isSent = (what: Happening): boolean => !OURS.has(what);

/** No FIN leaves into a shut window: what closes needs room. */
const goesOn = (moves: readonly Move[]): boolean =>
  !moves.includes('shutdown') && !moves.includes('close');

function oddOf(places: readonly number[]): Odd {
  const [who = 0, seq = 0, ack = 0, length = 0, window = 0, bits = 0, gap = 0, stamp = 0] = places;
  return { who: at(WHO, who), seq, ack, length, window, bits, gap, stamp };
}

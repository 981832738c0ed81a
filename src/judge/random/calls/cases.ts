import { array, constant, oneof, tuple, type Arbitrary } from 'fast-check';
import type { CallsRun } from '#sandbox/sandbox.ts';
import type { Config } from '#tcp';
import type { CallsBias, DrawnCall } from '../bias.ts';
import type { Cases } from '../draw.ts';
import { withoutOne } from '../flat.ts';
import type { Arguments } from './arguments.ts';
import { arriving, completing, sockets, taking, waiting } from './host.ts';
import { bounds, pair, segment, tested } from './ring.ts';
import { passing } from './router.ts';

/** How many calls a case has at most. */
const MOST = 8;

/** A function, and what the arguments of each call were drawn as. */
type DrawnCalls = readonly [call: DrawnCall, drawn: readonly (readonly number[])[]];

/**
 * How the arguments of each function are drawn. Functions whose answer the RFCs leave open cannot
 * stand here, as there is no one right answer to compare with: the hash in an ISN or a cookie, the
 * words that say why octets cannot be read.
 */
function argumentsOf(config: Config): { readonly [N in DrawnCall]: Arguments } {
  return {
    lt: pair,
    leq: pair,
    between: bounds,
    segLen: segment,
    acceptable: tested,
    isSelfConnect: sockets,
    patience: waiting(config),
    forward: passing,
    onSyn: arriving(config),
    onAck: completing(config),
    accept: taking,
  };
}

/** The cases of functions: a few calls of one of them each. */
export function callsCases({ calls }: CallsBias, config: Config): Cases<DrawnCalls, CallsRun> {
  const known = argumentsOf(config);
  const each = calls.map((call): Arbitrary<DrawnCalls> =>
    tuple(
      constant(call),
      array(known[call].arbitrary, { minLength: 1, maxLength: MOST, size: 'max' }),
    ),
  );
  return {
    arbitrary: oneof(...each),
    planOf: ([call, drawn]) => ({ call, args: drawn.map((one) => known[call].toArgs(one)) }),
    toRun: (plan) => plan,
    *shorter({ call, args }) {
      for (const fewer of withoutOne(args)) yield { call, args: fewer };
    },
  };
}

import { RFC9293, STATES } from '#tcp';
import type { Bias, ConnectionBias, DrawnCall, Happening } from './random/bias.ts';

type Check = (value: unknown) => string | null;

const HAPPENINGS: Readonly<Record<Happening, true>> = {
  answer: true,
  'all but one': true,
  'one too many': true,
  'nothing new': true,
  syn: true,
  'syn-ack': true,
  ack: true,
  text: true,
  ahead: true,
  overlap: true,
  fin: true,
  'crossing fin': true,
  reset: true,
  'reset-ack': true,
  bare: true,
  again: true,
  write: true,
  'write much': true,
  read: true,
  shutdown: true,
  close: true,
  abort: true,
  timeout: true,
};

const CALLS: Readonly<Record<DrawnCall, true>> = {
  lt: true,
  leq: true,
  between: true,
  segLen: true,
  acceptable: true,
  isSelfConnect: true,
  patience: true,
  forward: true,
  onSyn: true,
  onAck: true,
  accept: true,
};

const among =
  (names: readonly string[]): Check =>
  (value) =>
    names.includes(value as string)
      ? null
      : `has ${JSON.stringify(value)}, which is none of ${names.join(', ')}`;

const listOf =
  (check: Check, least: number): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) {
      return least > 0 ? 'must be a list with at least one entry' : 'must be a list';
    }
    return value.map(check).find((problem) => problem !== null) ?? null;
  };

const wholeFrom =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `must be a whole number from ${least} to ${most}`;

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

const happening = among(Object.keys(HAPPENINGS));
const weight = wholeFrom(1, 1_000);

const events: Check = (value) => {
  if (!isRecord(value) || Object.keys(value).length === 0) {
    return 'must say what happens, and how often: { syn: 2, ack: 1 }';
  }
  for (const [name, each] of Object.entries(value)) {
    const problem =
      happening(name) ?? (weight(each) === null ? null : `has \`${name}\`, which ${weight(each)}`);
    if (problem !== null) return problem;
  }
  return null;
};

const settings: Check = (value) => {
  if (!isRecord(value)) return 'must be settings, by the names of Config';
  const strange = Object.keys(value).find((name) => !Object.hasOwn(RFC9293, name));
  return strange === undefined ? null : `has \`${strange}\`, which is no setting of a host`;
};

const CONNECTION: Readonly<Record<keyof ConnectionBias, Check>> = {
  kind: () => null,
  states: listOf(among(STATES), 1),
  opened: optional(listOf(among(['passive', 'active']), 1)),
  events,
  most: optional(wholeFrom(1, 20)),
  settings: optional(listOf(settings, 1)),
  isnSteps: optional(listOf(wholeFrom(0, 2 ** 31 - 1), 1)),
  peers: optional(wholeFrom(1, 3)),
  endings: listOf(listOf(happening, 0), 1),
};

const FIELDS: Readonly<Record<Bias['kind'], Readonly<Record<string, Check>>>> = {
  connection: CONNECTION,
  calls: { kind: () => null, calls: listOf(among(Object.keys(CALLS)), 1) },
};

/** What is wrong with what a `random.ts` exports, in words for its author; empty if nothing is. */
export function biasProblems(value: unknown): readonly string[] {
  if (!isRecord(value)) return ['random.ts: `export default { … } satisfies Bias` is missing'];
  const { kind } = value;
  if (kind !== 'connection' && kind !== 'calls') {
    return ['random.ts: `kind` must be connection or calls'];
  }
  const fields = FIELDS[kind];
  const wrong = Object.entries(fields).flatMap(([name, check]) => {
    const problem = check(value[name]);
    return problem === null ? [] : [`random.ts: \`${name}\` ${problem}`];
  });
  const unknown = Object.keys(value).filter((name) => !(name in fields));
  return [...wrong, ...unknown.map((name) => `random.ts: \`${name}\` is not known; remove it`)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

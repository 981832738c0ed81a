import { PlankError, type Planks } from '#tcp';
import { show } from './show.ts';

export type AnyFunction = (...args: never[]) => unknown;
type Exports = Readonly<Record<string, unknown>>;

/** What places other functions into the engine; no lab asks for it. */
type Anything = 'cells' | 'checks' | 'timeouts';
type RecordName = {
  [N in keyof Planks]: Planks[N] extends AnyFunction ? never : N;
}[keyof Planks];

const ACK_TEXT_FIN = { ack: true, text: true, fin: true } as const;
const STEPS = { rst: true, syn: true, ...ACK_TEXT_FIN } as const;

/** The planks that are records of functions, with all that each must hold. */
const RECORDS: {
  readonly [N in Exclude<RecordName, Anything>]: { readonly [K in keyof Planks[N]]: true };
} = {
  synReceived: STEPS,
  established: { ack: true, text: true },
  finWait1: { ack: true, text: true },
  finWait2: ACK_TEXT_FIN,
  closeWait: { ...ACK_TEXT_FIN, close: true },
  lastAck: ACK_TEXT_FIN,
  closing: ACK_TEXT_FIN,
  timeWait: { ...STEPS, timeout: true },
};

/** The functions that a plank is made of; `null` if it is a function itself. */
function partsOf(name: string): readonly string[] | null {
  return Object.hasOwn(RECORDS, name) ? Object.keys(RECORDS[name as keyof typeof RECORDS]) : null;
}

/** Planks by name, each function of them made by `make`; `part` is `null` where the plank is one. */
export function planksOf(
  names: readonly string[],
  make: (name: string, part: string | null) => AnyFunction,
): Partial<Planks> {
  const plankOf = (name: string): unknown => {
    const parts = partsOf(name);
    if (parts === null) return make(name, null);
    return Object.fromEntries(parts.map((part) => [part, make(name, part)]));
  };
  return Object.fromEntries(names.map((name) => [name, plankOf(name)]));
}

/** What is wrong with a module's exports, in words for its author; `null` if they are complete. */
export function wrongExport(names: readonly string[], exports: Exports): string | null {
  for (const name of names) {
    const plank = exports[name];
    const parts = partsOf(name);
    if (plank === undefined) return notExported(name, exports);
    if (parts === null) {
      if (typeof plank !== 'function') return `\`${name}\` is ${show(plank)}, not a function`;
      continue;
    }
    if (!isRecord(plank)) {
      const wanted = parts.join(', ');
      return `\`${name}\` is ${show(plank)}, not a record of functions: ${wanted}`;
    }
    const missing = parts.find((part) => typeof plank[part] !== 'function');
    if (missing !== undefined) {
      return `\`${name}.${missing}\` is ${show(plank[missing])}, not a function`;
    }
  }
  return null;
}

/** So many names are enough to see what was written instead. */
const MOST = 8;

/** Somebody may have written another name, or no `export` at all. */
function notExported(name: string, exports: Exports): string {
  const others = Object.keys(exports).filter((other) => other !== name);
  const quoted = others.slice(0, MOST).map((other) => `\`${other}\``);
  const all = quoted.length === 0 ? 'nothing' : quoted.join(', ');
  return `\`${name}\` is not exported; the module exports ${all}`;
}

/** A function that a module exports, by itself or in a record, which stays its `this`. */
export function exportedFunction(exports: Exports, name: string, part: string | null): AnyFunction {
  if (part === null) return asCheck(name, name, exports[name] as AnyFunction);
  const record = exports[name] as Readonly<Record<string, AnyFunction>>;
  const own = record[part] as AnyFunction;
  return asCheck(part, `${name}.${part}`, (...args) => own.apply(record, args));
}

/** What is a check, or a state's part of one: it says whether the next check is asked. */
const CHECKS: ReadonlySet<string> = new Set([
  ...Object.keys(STEPS),
  ...['establishedFin', 'finWait1Fin', 'resetOpen', 'resetClosing', 'challenge'],
]);

/** Where the connection is over, no further check is asked, whatever was said. */
const OVER: ReadonlySet<unknown> = new Set(['CLOSED', 'LISTEN', 'SYN-SENT']);

function asCheck(kind: string, name: string, plank: AnyFunction): AnyFunction {
  if (!CHECKS.has(kind)) return plank;
  return (...args) => {
    const result = plank(...args);
    const [tcb] = args as readonly unknown[] as readonly [{ readonly state?: unknown }?];
    const isSaid = result === 'continue' || result === 'stop' || result instanceof Promise;
    if (isSaid || OVER.has(tcb?.state)) return result;
    throw new PlankError(
      `\`${name}\` returned ${show(result)}: a check returns 'continue' or 'stop'`,
    );
  };
}

/** A class with static functions will do as well. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

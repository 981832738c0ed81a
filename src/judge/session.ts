import {
  SandboxError,
  type EventRef,
  type Outcome,
  type Program,
  type Run,
  type SandboxFactory,
  type Seen,
} from '#sandbox/sandbox.ts';
import { validateOutcomes, validateSeen, validateTrail } from './validate.ts';

/** What a program is judged with. */
export interface SessionOptions {
  readonly program: Program;
  readonly factory: SandboxFactory;
  readonly seed: number;
  /** How long a call may go on without an answer, ms. */
  readonly budget: number;
}

/** A sandbox with the program in it. What comes out of it is validated here. */
export interface Session {
  /** @throws Overrun if there is no answer in time; SandboxError */
  run(runs: readonly Run[], options?: { readonly trail: boolean }): Promise<readonly Outcome[]>;
  /** Only what could be seen of the runs. @throws as `run` */
  look(runs: readonly Run[]): Promise<readonly (Outcome | Seen)[]>;
  close(): void;
}

/** The budget ran out. */
export class Overrun extends Error {
  override readonly name = 'Overrun';
}

/**
 * Opens a sandbox and loads the program. `onTrail` hears of each event of the runs that leave one.
 * @throws Overrun, SandboxError if the program cannot be loaded
 */
export async function openSession(
  { program, factory, seed, budget }: SessionOptions,
  onTrail?: (at: EventRef) => void,
): Promise<Session> {
  const hear = onTrail && ((trail: unknown) => onTrail(validateTrail(trail)));
  const sandbox = await factory.open(hear);
  try {
    await within(budget, sandbox.load(program, seed));
  } catch (error) {
    sandbox.close();
    throw error;
  }
  return {
    async run(runs, options) {
      return validateOutcomes(await within(budget, sandbox.run(runs, options)), runs);
    },
    async look(runs) {
      return validateSeen(await within(budget, sandbox.look(runs)), runs);
    },
    close: () => sandbox.close(),
  };
}

function within<T>(budget: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Overrun(`no answer within ${budget} ms`)), budget);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Is it the learner's program that failed, and not the judge? */
export function isTheirs(error: unknown): error is Overrun | SandboxError {
  return error instanceof Overrun || error instanceof SandboxError;
}

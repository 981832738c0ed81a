import type { Program, Run, Trail } from '../sandbox.ts';
import { createRuntime } from '../runtime.ts';
import { decode, encode } from '../codec.ts';

/** What the thread asks of the realm, as text. */
export type Request =
  | { readonly id: number; readonly do: 'load'; readonly program: Program; readonly seed: number }
  | {
      readonly id: number;
      readonly do: 'run';
      readonly runs: readonly Run[];
      readonly trail: boolean;
    }
  | { readonly id: number; readonly do: 'look'; readonly runs: readonly Run[] };

/** What the realm says, as text. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string }
  | { readonly trail: Trail };

/**
 * The entry of the script that runs in the closed realm. `make` compiles text to a function there,
 * `post` sends text out; both belong to the thread and are never handed on.
 */
export function connect(
  make: (js: string) => unknown,
  post: (text: string) => void,
): (text: string) => void {
  const runtime = createRuntime();
  const say = (reply: Reply) => post(encode(reply));

  const answer = async (request: Request): Promise<unknown> => {
    if (request.do === 'load') return runtime.load(request.program, request.seed, make);
    if (request.do === 'look') return runtime.look(request.runs);
    return runtime.run(request.runs, request.trail ? (trail) => say({ trail }) : undefined);
  };

  return (text) => {
    const request = decode(text) as Request;
    answer(request).then(
      (value) => say({ id: request.id, value }),
      (error: unknown) => say({ id: request.id, failed: String(error) }),
    );
  };
}

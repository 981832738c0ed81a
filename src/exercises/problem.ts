/** What stops a build: an exercise that cannot be put on its page as its author wrote it. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';
}

/** An exercise as an author looks for it. */
export interface Asked {
  /** The page's address without slashes at its ends: `handshake/three-way`. */
  readonly page: string;
  readonly id: string;
  /** The component: `Predict`. */
  readonly kind: string;
}

/** Stops the build. `what` is wrong, `remedy` is what its author can do about it; sentences. */
export function fail({ page, id, kind }: Asked, what: string, remedy: string): never {
  throw new ExerciseError(`${page}, <${kind} id="${id}">: ${what} ${remedy}`);
}

/** Stops the build unless what the author stated is what the engine says. `of`: what it is about. */
export function agree(asked: Asked, of: string, stated: unknown, engine: unknown): void {
  if (stated === engine) return;
  fail(
    asked,
    `${of}: stated is ${written(stated)}, the engine says ${written(engine)}.`,
    'Correct what is stated, or ask of another moment, segment or scenario.',
  );
}

function written(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : String(value);
}

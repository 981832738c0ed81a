import type { Lab } from '#judge/lab.ts';
import type { ShipPlank } from '#sandbox/sandbox.ts';
import type { FinishedPlank } from '#storage/work.ts';

const labs = import.meta.glob<Lab>('/labs/*/lab.ts', { import: 'default' });

/** By source: a plank is compiled once a visit. */
const compiled = new Map<string, string>();

/**
 * The planks that a learner has finished, ready to stand in an engine. Their code passed once, so
 * its types are not checked again. Labs that this course does not have are left out.
 * @throws Error if a plank cannot be read as TypeScript; the message names its lab
 */
export async function compileShip(
  finished: readonly Pick<FinishedPlank, 'lab' | 'code'>[],
): Promise<readonly ShipPlank[]> {
  const known = finished.filter(({ lab }) => `/labs/${lab}/lab.ts` in labs);
  return Promise.all(
    known.map(async ({ lab, code }): Promise<ShipPlank> => {
      const { planks } = (await labs[`/labs/${lab}/lab.ts`]?.()) ?? { planks: [] };
      return { lab, js: await compile(lab, code), exports: planks };
    }),
  );
}

async function compile(lab: string, code: string): Promise<string> {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const { transform } = await import('sucrase');
  try {
    const js = transform(code, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    }).code;
    compiled.set(code, js);
    return js;
  } catch (error) {
    throw new Error(`${lab}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '#judge/files/lab-error.ts';
import { readData } from '#judge/files/read-data.ts';
import type { Lab } from '#judge/lab.ts';
import { finding } from './labs-check-files.ts';
import type { Finding } from './labs-check.ts';

/**
 * Does a lab go together with the others? `folder` is that of all labs, `labs` are those of the
 * course.
 */
export async function checkPlace(
  lab: Lab,
  folder: string,
  labs: readonly string[],
): Promise<readonly Finding[]> {
  const strangers = lab.needs.filter((id) => !existsSync(join(folder, id, 'lab.ts')));
  const others = await Promise.all(
    labs
      .filter((id) => id !== lab.id)
      .map(async (id) => ({ id, planks: await planksOf(join(folder, id)) })),
  );
  const shared = others.flatMap(({ id, planks }) =>
    lab.planks.filter((plank) => planks.includes(plank)).map((plank) => `${plank} (labs/${id})`),
  );
  return [
    finding(
      'the labs that it needs are there',
      strangers.length === 0 ? null : `lab.ts: \`needs\` has no such lab: ${strangers.join(', ')}`,
    ),
    finding(
      'its planks are its own',
      shared.length === 0
        ? null
        : `lab.ts: \`planks\` has what another lab of the course lays: ${shared.join(', ')}`,
    ),
  ];
}

/** The planks of another lab; none if that one cannot be read, which is its own affair. */
async function planksOf(folder: string): Promise<readonly string[]> {
  try {
    const lab = (await readData(folder, 'lab.ts')) as Partial<Lab> | null | undefined;
    return Array.isArray(lab?.planks) ? (lab.planks as readonly string[]) : [];
  } catch (error) {
    if (error instanceof LabError) return [];
    throw error;
  }
}

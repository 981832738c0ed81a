import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { isSolutionPolicy, type SolutionRules } from '#workbench/solution-policy.ts';
import { isReference } from './reference.ts';

/** What `course.config.ts` says. `solutions` and `solutionsByLab` say when solutions may be seen. */
export interface CourseConfig extends SolutionRules {
  /**
   * Origin under which the course is served: `https://example.org`. It makes canonical addresses
   * and the site map; without it there are neither.
   */
  readonly site?: string;
  /** Path under that origin, with a slash at both ends: `/courses/tcp/`. */
  readonly base: string;
  /** Name in the header, in titles and on the title block. */
  readonly title: string;
  /** Chapters in the order of reading: their addresses without slashes at the ends. */
  readonly chapters: readonly string[];
  /** Labs in the order in which their planks are laid: the names of their folders in `labs/`. */
  readonly labs: readonly string[];
}

/** The hull has a place for each lab, and no more. */
export const PLACES = 24;

const POLICY =
  "must be 'always', 'never', or { afterAttempts: 3 } with a whole number from 1 to 100";

const policy = z.custom(isSolutionPolicy, POLICY);

const shape = z.strictObject({
  site: z.url('must be an address such as https://example.org').optional(),
  base: z.string().regex(/^\/(.*\/)?$/, 'must begin and end with a slash, as in /courses/tcp/'),
  title: z.string().min(1, 'must not be empty'),
  chapters: z.array(z.string()).min(1, 'must name at least one chapter'),
  labs: z.array(z.string()).max(PLACES, `the hull has ${PLACES} places`),
  solutions: policy.optional(),
  solutionsByLab: z.record(z.string(), policy).optional(),
});

/**
 * What is wrong with a course, one sentence each; empty if nothing is. `root` is the project's
 * folder, in which chapters and labs are looked for.
 */
export function courseProblems(course: CourseConfig, root: string): readonly string[] {
  const parsed = shape.safeParse(course);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  }
  return [
    ...repeated('chapters', course.chapters),
    ...repeated('labs', course.labs),
    ...course.chapters.filter((id) => !chapterExists(root, id)).map((id) => noChapter(root, id)),
    ...course.labs.filter((id) => !labExists(root, id)).map((id) => noLab(root, id)),
    ...Object.keys(course.solutionsByLab ?? {})
      .filter((id) => !course.labs.includes(id))
      .map(
        (id) => `solutionsByLab: this course has no lab “${id}”. Name it in labs, or remove it.`,
      ),
  ];
}

/** Throws one error that lists every problem and names the file to correct. */
export function checkCourse(course: CourseConfig, root: string): void {
  const problems = courseProblems(course, root);
  if (problems.length === 0) return;
  throw new Error(`course.config.ts cannot be built:\n${problems.map((p) => `- ${p}`).join('\n')}`);
}

function repeated(list: string, ids: readonly string[]): readonly string[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) < i);
  return twice.map((id) => `${list}: “${id}” stands twice. Remove one.`);
}

function chapterExists(root: string, id: string): boolean {
  return ['.mdx', '.md'].some((end) => existsSync(join(root, 'content/docs', id + end)));
}

function labExists(root: string, id: string): boolean {
  return existsSync(join(root, 'labs', id, 'lab.ts'));
}

function noChapter(root: string, id: string): string {
  const docs = join(root, 'content/docs');
  const known = list(docs, true)
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => file.replace(/\.mdx?$/, ''))
    .filter((name) => !isReference(name));
  return `chapters: there is no “${id}”. Write content/docs/${id}.mdx, or choose among: ${known.join(', ')}.`;
}

function noLab(root: string, id: string): string {
  const known = list(join(root, 'labs'), false).filter((name) => labExists(root, name));
  return `labs: there is no “${id}”. Write labs/${id}/lab.ts, or choose among: ${known.join(', ')}.`;
}

function list(folder: string, recursive: boolean): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
}

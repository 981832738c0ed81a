import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourse, courseProblems, type CourseConfig } from './config.ts';

const root = mkdtempSync(join(tmpdir(), 'course-'));
for (const file of ['content/docs/a/one.mdx', 'labs/listen/lab.ts']) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), '');
}

const good: CourseConfig = {
  site: 'https://example.org',
  base: '/courses/tcp/',
  title: 'T',
  chapters: ['a/one'],
  labs: ['listen'],
};

describe('courseProblems', () => {
  it('has nothing to say of a good course', () => {
    expect(courseProblems(good, root)).toEqual([]);
  });

  it('knows the three policies for solutions', () => {
    const solutionsByLab = { listen: { afterAttempts: 3 } };
    expect(courseProblems({ ...good, solutions: 'never', solutionsByLab }, root)).toEqual([]);
  });

  it.each([
    [{ base: 'courses' }, 'base: must begin and end with a slash'],
    [{ site: 'nowhere' }, 'site: must be an address'],
    [{ chapters: [] }, 'chapters: must name at least one'],
    [{ chapters: ['a/two'] }, 'Write content/docs/a/two.mdx, or choose among: a/one.'],
    [{ labs: ['closed'] }, 'Write labs/closed/lab.ts, or choose among: listen.'],
    [{ labs: ['listen', 'listen'] }, '“listen” stands twice'],
    [{ solutions: 'sometimes' as 'never' }, "solutions: must be 'always', 'never', or"],
    [{ solutions: { afterAttempts: 0 } }, "solutions: must be 'always', 'never', or"],
    [{ solutionsByLab: { listen: { after: 3 } } as never }, 'solutionsByLab.listen: must be'],
    [{ solutionsByLab: { closed: 'never' as const } }, 'this course has no lab “closed”'],
  ])('%o', (change, sentence) => {
    expect(courseProblems({ ...good, ...change }, root).join()).toContain(sentence);
  });
});

it('checkCourse names the file to correct', () => {
  expect(() => checkCourse({ ...good, labs: ['closed'] }, root)).toThrow('course.config.ts');
});

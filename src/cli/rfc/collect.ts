import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { listenToRules } from '#tcp/followed.ts';
import { ROOT } from '../paths.ts';
import { COLLECT_INTO, isEvidence, type TestRules } from './collected.ts';

/*
 * A setup file of Vitest: notes which rules each test follows, and leaves one file of them for each
 * file of tests in the folder that the environment names. Without that, it does nothing.
 */

const folder = process.env[COLLECT_INTO];

if (folder !== undefined) {
  const collected: TestRules[] = [];
  const rules = new Set<string>();
  let file = '';

  beforeEach(({ task }) => {
    file = relative(ROOT, task.file.filepath);
    rules.clear();
    listenToRules((rule) => rules.add(rule));
  });

  afterEach(({ task }) => {
    listenToRules(null);
    if (task.result?.state === 'fail') return;
    const name = expect.getState().currentTestName?.replaceAll(' > ', ' › ') ?? task.name;
    collected.push({ test: `${file} › ${name}`, rules: [...rules] });
  });

  afterAll(() => {
    if (!isEvidence(file)) return;
    const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(collected));
  });
}

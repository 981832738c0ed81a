import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presetCalled } from '#playground/presets/presets.ts';

const DOCS = join(import.meta.dirname, 'docs');
const chapters = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.mdx'),
);

describe('the figures of a chapter', () => {
  it.each(chapters)('%s leads to presets that the playground has', (file) => {
    const text = readFileSync(join(DOCS, file), 'utf8');
    for (const [, id = ''] of text.matchAll(/\bplayground="([^"]*)"/g)) {
      expect(presetCalled(id), id).not.toBeNull();
    }
  });
});

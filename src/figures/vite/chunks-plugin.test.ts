import { describe, expect, it } from 'vitest';
import { filesFrom } from './chunks-plugin.ts';

const names = (...starts: string[]) =>
  [...filesFrom(...starts)].map((path) => path.split('/src/')[1]);

describe('what a file imports', () => {
  it('is followed through rooms, and not into types', () => {
    const found = names('figures/ladder/said.ts');
    expect(found).toEqual(expect.arrayContaining(['figures/ladder/said.ts', 'trace/moment.ts']));
    expect(found).not.toContain('figures/ladder/numbers.ts');
  });

  it('keeps the engine out of what is loaded with a ladder', () => {
    const found = names('figures/ladder/scrubber.ts');
    expect(found).toContain('figures/ladder/layout.ts');
    expect(found.filter((path) => /^(tcp|network|scenario)\//.test(path ?? ''))).toEqual([]);
  });
});

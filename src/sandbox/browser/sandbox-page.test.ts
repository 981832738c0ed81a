import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../public/sandbox.html', import.meta.url), 'utf8');
const policy = /content="([^"]*script-src[^"]*)"/.exec(page)?.[1] ?? '';

describe('sandbox.html', () => {
  it('allows its one script by its hash', () => {
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => m[1] ?? '');
    expect(scripts).toHaveLength(1);
    const digest = createHash('sha256').update(scripts.join('')).digest('base64');
    expect(policy).toContain(`'sha256-${digest}'`);
  });

  it('allows nothing else but blobs, and no network at all', () => {
    const directives = policy.split(';').map((d) => d.trim().replace(/'sha256-[^']+'/, 'HASH'));
    expect(directives).toEqual([
      "default-src 'none'",
      'script-src HASH blob:',
      'worker-src blob:',
      "connect-src 'none'",
    ]);
  });
});

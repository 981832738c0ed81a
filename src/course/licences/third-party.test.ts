import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedWorks, type ShippedWork } from './shipped.ts';
import { thirdPartyFile } from './third-party.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('shippedWorks', () => {
  const works = shippedWorks(root);

  it('finds a licence for every work', () => {
    expect(works.every(({ licence, text }) => licence && text.length > 200)).toBe(true);
  });

  it('calls a work by its own name', () => {
    expect(works.map(({ name }) => name)).toContain('typescript');
  });

  it('says which package is missing', () => {
    expect(() => shippedWorks('/nowhere')).toThrow('package-lock.json');
  });
});

it('thirdPartyFile lists a work and quotes its licence', () => {
  const work: ShippedWork = {
    ...{ name: 'x', title: 'X', purpose: 'page', version: '1.0.0', licence: 'MIT' },
    ...{ text: 'Permission is granted', notices: '' },
  };
  const file = thirdPartyFile([work]);
  expect(file).toContain('| x | 1.0.0 | MIT |');
  expect(file).toContain('Permission is granted');
});

import { expect, it } from 'vitest';
import { editorFor } from './choice.ts';

const desktop = { coarse: false, fine: true, saveData: false, link: '4g' } as const;

it('a desktop on a good link gets the full editor', () => {
  expect(editorFor(desktop)).toBe('full');
  expect(editorFor({ ...desktop, link: undefined })).toBe('full');
});

it('a touch screen gets the light editor, unless a mouse is there too', () => {
  expect(editorFor({ ...desktop, coarse: true, fine: false })).toBe('light');
  expect(editorFor({ ...desktop, coarse: true })).toBe('full');
});

it('a slow link or one that saves data gets the light editor', () => {
  expect(editorFor({ ...desktop, saveData: true })).toBe('light');
  for (const link of ['slow-2g', '2g', '3g']) {
    expect(editorFor({ ...desktop, link })).toBe('light');
  }
});

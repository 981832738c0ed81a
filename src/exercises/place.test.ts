import { describe, expect, test } from 'vitest';
import { checkOptions, optionsIn } from './options.ts';
import { pageName, takePlace } from './place.ts';
import { ASKED } from './fixtures.ts';

const page = (pathname: string) => ({ url: new URL(pathname, 'https://x.example'), locals: {} });

describe('an exercise', () => {
  test('is kept by its chapter and its id, whatever the base path', () => {
    for (const [path, base] of [
      ['/handshake/three-way/', '/'],
      ['/courses/tcp/handshake/three-way/', '/courses/tcp/'],
      ['/courses/tcp/handshake/three-way/index.html', '/courses/tcp'],
      ['/handshake/three-way.html', '/'],
    ] as const) {
      expect(takePlace(page(path), 'Quiz', 'why-two', base)).toMatchObject({
        key: 'handshake/three-way#why-two',
        anchor: 'exercise-why-two',
      });
    }
    expect(pageName('/coursesx/a/', '/courses/')).toBe('coursesx/a');
  });

  test('stops the build without an id, with a bad one, and with one that is taken', () => {
    const here = page('/a/');
    expect(() => takePlace(here, 'Numeric', undefined, '/')).toThrow('its id is missing');
    expect(() => takePlace(here, 'Numeric', 'Why two?', '/')).toThrow(
      'its id is missing or is none',
    );
    takePlace(here, 'Numeric', 'x', '/');
    expect(() => takePlace(here, 'Predict', 'x', '/')).toThrow('another exercise of this page');
    expect(() => takePlace(page('/b/'), 'Numeric', 'x', '/')).not.toThrow();
  });
});

const option = (text: string, why: string, right = false) =>
  `<details class="option${right ? ' right' : ''}"><summary>${text}</summary><div class="why"><b>No.</b> ${why}</div></details>`;

describe('the options of a question', () => {
  const good = `<p>?</p>${option('A &amp; B&#x27;s', '<p>x</p>')}${option('<i>C</i>  D', 'y', true)}`;

  test('are read as they stand in the page', () => {
    expect(optionsIn(good)).toEqual([
      { text: "A & B's", isRight: false, hasWhy: true },
      { text: 'C D', isRight: true, hasWhy: true },
    ]);
    expect(() => checkOptions(ASKED, good, 'C D')).not.toThrow();
  });

  test.each([
    ['fewer than two', option('A', 'x', true)],
    ['0 of its options', option('A', 'x') + option('B', 'y')],
    ['2 of its options', option('A', 'x', true) + option('B', 'y', true)],
    ['two options say “A”', option('A', 'x', true) + option('A', 'y')],
    ['nothing says why “B”', option('A', 'x', true) + option('B', ' ')],
  ])('stop the build: %s', (message, html) => {
    expect(() => checkOptions(ASKED, html)).toThrow(message);
  });

  test('stop the build where the engine says another is right', () => {
    expect(() => checkOptions(ASKED, good, 'A & B')).toThrow(
      'stated is “C D”, the engine says “A & B”',
    );
  });
});

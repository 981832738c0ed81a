import { expect, it } from 'vitest';
import { drawSectionIconOnce } from './section-icon.ts';

const icon = (inside: string) =>
  `<span aria-hidden="true" class="sl-anchor-icon"><svg width="16">${inside}</svg></span>`;
const path = '<path d="M1 1"></path>';

it('draws the sign behind the first heading, and points to it behind the others', () => {
  const drawn = icon('<path id="section-icon" d="M1 1"></path>');
  const used = icon('<use href="#section-icon"></use>');
  expect(drawSectionIconOnce(`${icon(path)}<p>${icon(path)}</p>${icon(path)}`)).toBe(
    `${drawn}<p>${used}</p>${used}`,
  );
});

it('leaves other drawings alone', () => {
  const html = `<span class="other"><svg width="16">${path}</svg></span>`;
  expect(drawSectionIconOnce(html)).toBe(html);
});

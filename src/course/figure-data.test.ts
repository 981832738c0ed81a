import { expect, it } from 'vitest';
import { gatherFigureData } from './figure-data.ts';

const of = (id: string) => `<script type="application/json" data-of="${id}">{"$&":1}</script>`;
const texts = '<script type="application/json" data-figure-texts>{}</script>';

it('puts the data of figures behind everything else', () => {
  const html = `<body><i>a${of('a')}</i><b>${texts}</b>${of('b')}<p></p></body>`;
  expect(gatherFigureData(html)).toBe(
    `<body><i>a</i><b></b><p></p>${of('a')}${texts}${of('b')}</body>`,
  );
});

it('leaves all else where it stands', () => {
  const html = '<body><script type="application/json">{}</script><script>1</script></body>';
  expect(gatherFigureData(html)).toBe(html);
});

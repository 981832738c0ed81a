/*
 * `npm run fonts`: cuts the faces of the site down to the characters that its pages and drawings
 * use, and writes them to src/course/fonts/. The result is committed; run it again after a change
 * to the list below or to the font packages.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont, { type SubsetFontOptions } from 'subset-font';

interface Face {
  /** The file in the font's package. */
  readonly from: string;
  /** The file that is written, without its extension. */
  readonly to: string;
  /** OpenType features that the style sheets use; all others go. */
  readonly features: readonly string[];
  /** Axes of a variable face, cut to the weights in use. */
  readonly axes?: SubsetFontOptions['variationAxes'];
}

const LITERATA = '@fontsource-variable/literata/files/literata-latin-wght';
const PLEX = '@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin';
const COMMIT = '@fontsource/commit-mono/files/commit-mono-latin';

const TEXT_FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'lnum', 'tnum'];

const FACES: readonly Face[] = [
  {
    from: `${LITERATA}-normal.woff2`,
    to: 'literata',
    features: TEXT_FEATURES,
    axes: { wght: { min: 380, max: 700, default: 400 } },
  },
  {
    from: `${LITERATA}-italic.woff2`,
    to: 'literata-italic',
    features: TEXT_FEATURES,
    axes: { wght: { min: 400, max: 600, default: 400 } },
  },
  ...[400, 500, 600].map((weight) => ({
    from: `${PLEX}-${weight}-normal.woff2`,
    to: `plex-condensed-${weight}`,
    features: ['kern', 'ccmp', 'mark'],
  })),
  ...[400, 700].map((weight) => ({
    from: `${COMMIT}-${weight}-normal.woff2`,
    to: `commit-mono-${weight}`,
    features: [],
  })),
];

/** From the first to the last character, both included. */
function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  );
}

/** What the pages and the drawings are written with. A face keeps those that it has. */
const CHARACTERS =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  'ŒœŁłŠšŽž' +
  '‐‑–—‘’‚“”„•…′″‹›⁄' +
  '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂' +
  '←↑→↓↔⇒⇔' +
  '−×÷±≈≠≤≥∞√∆' +
  '●○◆◇■□▲△▶▸▼▾◀✓✕✗⌃⌘⏎⇧' +
  '€™№ﬁﬂ';

const require = createRequire(import.meta.url);
const folder = new URL('../course/fonts/', import.meta.url);

async function write(face: Face): Promise<number> {
  const whole = await readFile(require.resolve(face.from));
  const subset = await subsetFont(whole, CHARACTERS, {
    targetFormat: 'woff2',
    keepFeatures: [...face.features],
    noHinting: true,
    ...(face.axes && { variationAxes: face.axes }),
  });
  await writeFile(new URL(`${face.to}.woff2`, folder), subset);
  console.log(`${face.to}.woff2  ${whole.length} → ${subset.length} octets`);
  return subset.length;
}

await mkdir(folder, { recursive: true });
let total = 0;
for (const face of FACES) total += await write(face);
console.log(`${FACES.length} faces, ${(total / 1000).toFixed(1)} KB`);

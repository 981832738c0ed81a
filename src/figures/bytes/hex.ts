import type { Block } from './model.ts';

/** Two hexadecimal digits. */
export function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}

/** Octets as `45 00 00 3c`; with `most` only so many, then an ellipsis. */
export function hexText(octets: Uint8Array, most = octets.length): string {
  const shown = [...octets.subarray(0, most)].map(hexOf).join(' ');
  return octets.length > most ? `${shown} …` : shown;
}

/** The octet above or below in the hex view, whose blocks begin a new row each; `null` at the edge. */
export function verticalNeighbour(
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  octet: number,
  columns: number,
  direction: -1 | 1,
): number | null {
  const rows = blocks.flatMap(({ start, end }) =>
    Array.from({ length: Math.ceil((end - start) / columns) }, (_, row) => {
      const first = start + row * columns;
      return { first, last: Math.min(end, first + columns) - 1 };
    }),
  );
  const here = rows.findIndex(({ first, last }) => first <= octet && octet <= last);
  const row = rows[here];
  const next = rows[here + direction];
  if (row === undefined || next === undefined) return null;
  return Math.min(next.last, next.first + octet - row.first);
}

/** The first and the last octet of the row that an octet stands in. */
export function rowEnds(
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  octet: number,
  columns: number,
): readonly [first: number, last: number] {
  const block = blocks.find(({ start, end }) => start <= octet && octet < end);
  if (block === undefined) return [octet, octet];
  const first = octet - ((octet - block.start) % columns);
  return [first, Math.min(block.end, first + columns) - 1];
}

import type { Field } from '#wire/fields/map.ts';

/** Bits in a row of the drawing, as in the RFCs' own. */
export const ROW = 32;

/** A piece of a field: as much of it as is drawn as one box. */
export interface Piece {
  /** The field's place in the map. */
  readonly field: number;
  /** The first row, and how many it takes: more than one only where it fills them. */
  readonly row: number;
  readonly rows: number;
  /** The first column, from 0, and how many. */
  readonly column: number;
  readonly bits: number;
  /** Where it begins in the header, octets. */
  readonly offset: number;
  /** The piece that bears the field's name: its largest, or the first of these. */
  readonly isNamed: boolean;
  /** The box is open towards the piece before or after it. */
  readonly goesOn: boolean;
  readonly comesFrom: boolean;
}

/** More rows than this are drawn as so many: their octets stand in the hex view. */
const MOST_ROWS = 4;

/**
 * Lays out fields as the RFCs draw them: rows of 32 bits, a field that fills several rows in one box.
 * `fields` are those of one header, with their places in the map.
 */
export function layoutRuler(
  fields: readonly { readonly place: number; readonly field: Field }[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [row, column, at] = [0, 0, 0];
  for (const { place, field } of fields) {
    const own: Omit<Piece, 'isNamed' | 'goesOn' | 'comesFrom'>[] = [];
    let left = field.bits;
    while (left > 0) {
      const isFull = column === 0 && left >= ROW;
      const full = isFull ? Math.floor(left / ROW) : 1;
      const bits = isFull ? ROW : Math.min(left, ROW - column);
      const rows = Math.min(full, MOST_ROWS);
      own.push({ field: place, row, rows, column, bits, offset: at >> 3 });
      at += full * bits;
      left -= full * bits;
      column = (column + bits) % ROW;
      if (column === 0) row += rows;
    }
    const size = ({ rows, bits }: { rows: number; bits: number }) => rows * bits;
    const named = own.findIndex((piece) => size(piece) === Math.max(...own.map(size)));
    own.forEach((piece, n) => {
      const isNamed = n === named;
      pieces.push({ ...piece, isNamed, goesOn: n < own.length - 1, comesFrom: n > 0 });
    });
  }
  return pieces;
}

/** The piece of another field above or below, nearest to the middle of a field's named piece; `null`: none. */
export function pieceBeyond(
  pieces: readonly Piece[],
  field: number,
  direction: -1 | 1,
): Piece | null {
  const from = pieces.find((piece) => piece.field === field && piece.isNamed);
  if (from === undefined) return null;
  const middle = from.column + from.bits / 2;
  const edge = direction === 1 ? from.row + from.rows : from.row - 1;
  const beyond = pieces.filter(
    (piece) => piece.field !== field && piece.row <= edge && edge < piece.row + piece.rows,
  );
  const distance = ({ column, bits }: Piece) => Math.abs(column + bits / 2 - middle);
  const covering = beyond.find(({ column, bits }) => column <= middle && middle < column + bits);
  return covering ?? beyond.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

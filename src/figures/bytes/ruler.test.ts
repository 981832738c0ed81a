import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import { anySegment } from '#wire/segment-fixtures.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import handshake from '../../../content/scenarios/handshake.ts';
import { frameOf, transitNamed } from './frame.ts';
import { rowEnds, verticalNeighbour } from './hex.ts';
import { blocksOf, fieldNamed, modelOf, type BytesModel } from './model.ts';
import { layoutRuler, pieceBeyond, ROW } from './ruler.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };

const trace = runScenario(handshake);
const syn = modelOf(frameOf(transitNamed(trace, 'A1'), trace), 'ethernet');

describe('the ruler', () => {
  const layout = (model: BytesModel, layer: string) => {
    const block = blocksOf(model.map).find((each) => each.layer === layer);
    return layoutRuler(
      (block?.fields ?? []).flatMap((place) => {
        const field = model.map.fields[place];
        return field === undefined ? [] : [{ place, field }];
      }),
    );
  };

  it('draws each bit of a header once, in rows of 32', () => {
    fc.assert(
      fc.property(anySegment, (seg) => {
        const model = modelOf(segmentToDatagram(seg), 'ip');
        const pieces = layout(model, 'tcp');
        const cells = pieces.flatMap(({ row, rows, column, bits }) =>
          Array.from({ length: rows * bits }, (_, n) => row * ROW + column + n),
        );
        expect(new Set(cells).size).toBe(cells.length);
        expect(Math.max(...cells) + 1).toBe(cells.length);
      }),
      runs,
    );
  });

  it('stands as Figure 1 of RFC 9293 has it', () => {
    const rows = layout(syn, 'tcp').map(({ row, column, bits }) => [row, column, bits]);
    expect(rows.slice(0, 6)).toEqual([
      [0, 0, 16],
      [0, 16, 16],
      [1, 0, 32],
      [2, 0, 32],
      [3, 0, 4],
      [3, 4, 4],
    ]);
    expect(rows).toContainEqual([3, 16, 16]);
    expect(rows).toContainEqual([4, 16, 16]);
  });

  it('leads up and down to the field that stands there', () => {
    const pieces = layout(syn, 'tcp');
    const name = (place: number | undefined) => syn.map.fields[place ?? -1]?.name;
    const from = fieldNamed(syn.map, 'tcp.destinationPort');
    const down = pieceBeyond(pieces, from, 1)?.field;
    expect(name(down)).toBe('tcp.seq');
    expect(pieceBeyond(pieces, from, -1)).toBeNull();
    expect(name(pieceBeyond(pieces, fieldNamed(syn.map, 'tcp.window'), 1)?.field)).toBe(
      'tcp.urgent',
    );
  });

  it('draws an address over two rows as one field with one name', () => {
    const pieces = layout(syn, 'ethernet');
    expect(pieces.filter(({ isNamed }) => isNamed)).toHaveLength(3);
    expect(pieces.map(({ bits }) => bits)).toEqual([32, 16, 16, 32, 16]);
  });
});

describe('rows of octets', () => {
  const blocks = [
    { start: 0, end: 14 },
    { start: 14, end: 34 },
    { start: 34, end: 54 },
  ];

  it('begin anew with each header; up and down keep the column as far as there is one', () => {
    expect(verticalNeighbour(blocks, 3, 16, 1)).toBe(17);
    expect(verticalNeighbour(blocks, 29, 16, 1)).toBe(33);
    expect(verticalNeighbour(blocks, 29, 16, -1)).toBe(13);
    expect(verticalNeighbour(blocks, 3, 16, -1)).toBeNull();
    expect(rowEnds(blocks, 31, 16)).toEqual([30, 33]);
    expect(rowEnds(blocks, 20, 8)).toEqual([14, 21]);
  });
});

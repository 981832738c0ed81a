import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import { t } from '#text/en.ts';
import { readBits } from '#wire/bits.ts';
import type { Link } from '#wire/fields/map.ts';
import { anySegment } from '#wire/segment-fixtures.ts';
import { segmentFromDatagram, segmentToDatagram } from '#wire/segment.ts';
import handshake from '../../../content/scenarios/handshake.ts';
import { drawBytes, selectField } from './bytes.ts';
import { editField, editOctet, lengthCheck, putLengthRight, putRight } from './edit.ts';
import { frameOf, transitNamed } from './frame.ts';
import { verticalNeighbour } from './hex.ts';
import { beginHistory, change, restore, undo } from './history.ts';
import { blocksOf, fieldNamed, fieldsAt, modelOf, rolesOf, type BytesModel } from './model.ts';
import { meaningOf } from './names.ts';
import { tableHtml } from './table.ts';
import { tellChange } from './tell.ts';
import { octetsOfHex, octetsOfText, textOf } from './text-octets.ts';
import { shownValue, typedValue } from './value.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300) };

const trace = runScenario(handshake);
const syn = modelOf(frameOf(transitNamed(trace, 'A1'), trace), 'ethernet');

const fieldOf = ({ map }: BytesModel, name: string) => {
  const field = map.fields[fieldNamed(map, name)];
  if (field?.name !== name) throw new Error(`no ${name}`);
  return field;
};
const value = (model: BytesModel, name: string) =>
  shownValue(model.octets, fieldOf(model, name), t);

/** The model after a field was given another value. */
function edited(model: BytesModel, name: string, typed: string): BytesModel {
  const result = editField(model, fieldOf(model, name), typed);
  if (!result.ok) throw new Error(t(result.key, result.values));
  return modelOf(result.octets, model.link);
}

describe('the first SYN', () => {
  it('is the frame that the scenario sends', () => {
    expect(segmentFromDatagram(syn.octets.slice(14))).toMatchObject({ value: { seq: 100 } });
    expect(value(syn, 'ethernet.source')).toBe('00:00:5e:00:53:01');
    expect(value(syn, 'ethernet.type')).toBe('0x0800, IPv4');
    expect(value(syn, 'ipv4.source')).toBe('10.77.0.1');
    expect(value(syn, 'tcp.destinationPort')).toBe('8001');
    expect(() => transitNamed(trace, 'C9')).toThrow('C9');
  });

  it('says what an octet is to each layer', () => {
    expect(rolesOf(syn.map, 38)).toEqual([
      { layer: 'ethernet', part: 'payload', n: 24 },
      { layer: 'ipv4', part: 'payload', n: 4 },
      { layer: 'tcp', part: 'header', n: 4 },
    ]);
    expect(rolesOf(syn.map, 3)).toEqual([{ layer: 'ethernet', part: 'header', n: 3 }]);
  });

  it('means what its bits say it means', () => {
    const means = (model: BytesModel, name: string) => meaningOf(model, fieldOf(model, name), t);
    expect(means(syn, 'tcp.ack')).toBe(t('bytes.means.tcp.ack.off'));
    expect(means(edited(syn, 'tcp.ACK', '1'), 'tcp.ack')).toBe(t('bytes.means.tcp.ack'));
    expect(means(syn, 'tcp.seq')).toBe(t('bytes.means.tcp.seq.syn'));
  });
});

describe('an edit', () => {
  it('of the time to live makes the IPv4 checksum wrong and leaves that of TCP right', () => {
    const after = edited(syn, 'ipv4.ttl', '63');
    expect(after.checks.map(({ of, isRight }) => [of, isRight])).toEqual([
      ['ipv4', false],
      ['tcp', true],
    ]);
    const said = tellChange(syn, after, t).join(' ');
    expect(said).toContain('Time to live: 63, was 64.');
    expect(said).toContain(t('bytes.told.uncovered', { name: t('bytes.check.tcp') }));
    const right = modelOf(putRight(after, 'ipv4'), 'ethernet');
    expect(segmentFromDatagram(right.octets.slice(14)).ok).toBe(true);
    expect(tellChange(after, right, t).join(' ')).toContain(
      t('bytes.told.right-now', { name: t('bytes.check.ipv4') }),
    );
  });

  it('of an address makes both wrong, of a control bit only that of TCP', () => {
    const right = (model: BytesModel) => model.checks.map(({ isRight }) => isRight);
    expect(right(edited(syn, 'ipv4.source', '10.77.0.9'))).toEqual([false, false]);
    expect(right(edited(syn, 'tcp.FIN', '1'))).toEqual([true, false]);
  });

  it('of the data offset changes what the octets behind it are read as', () => {
    const after = edited(syn, 'tcp.offset', '5');
    expect(after.map.fields.at(-1)).toMatchObject({ name: 'data.text' });
    expect(tellChange(syn, after, t).slice(0, 2)).toEqual([
      'Data offset: 5 words, 20 octets, was 6 words, 24 octets.',
      t('bytes.told.moved'),
    ]);
    expect(edited(syn, 'tcp.offset', '2').map.problems[0]).toMatchObject({ kind: 'offset-small' });
  });

  it('of the data may make it longer; the length is then wrong until it is put right', () => {
    const octets = segmentToDatagram({
      ...transitNamed(trace, 'A1').seg,
      data: octetsOfText('hi'),
    });
    const before = modelOf(octets, 'ip');
    const after = edited(before, 'data.text', String.raw`hello\r\n`);
    expect(after.octets.length).toBe(before.octets.length + 5);
    expect(lengthCheck(after)).toMatchObject({ isRight: false, wanted: after.octets.length });
    const long = modelOf(putLengthRight(after), 'ip');
    expect(value(long, 'data.text')).toBe(String.raw`“hello\r\n”`);
    const whole = modelOf(putRight(modelOf(putRight(long, 'ipv4'), 'ip'), 'tcp'), 'ip');
    expect(segmentFromDatagram(whole.octets)).toMatchObject({ ok: true });
  });

  it.each([
    ['tcp.window', '65536', 'number'],
    ['tcp.window', '-1', 'number'],
    ['tcp.seq', '1e3', 'number'],
    ['ipv4.ttl', '', 'number'],
    ['ipv4.source', '10.77.0.256', 'ipv4'],
    ['ethernet.source', '00:11', 'octets'],
    ['ethernet.source', 'xx', 'hex'],
  ])('of %s to “%s” is refused, with what would do', (name, typed, why) => {
    const result = editField(syn, fieldOf(syn, name), typed);
    expect(result).toMatchObject({ ok: false, key: `bytes.refused.${why}` });
    if (!result.ok) expect(t(result.key, result.values)).not.toBe('');
  });

  it('to what stands there already changes nothing, whichever the field', () => {
    fc.assert(
      fc.property(anySegment, (seg) => {
        const model = modelOf(segmentToDatagram(seg), 'ip');
        for (const field of model.map.fields) {
          expect(editField(model, field, typedValue(model.octets, field))).toEqual({
            ...{ ok: true, octets: model.octets },
          });
        }
      }),
      runs,
    );
  });

  it('can be taken back, and so can “as it was”', () => {
    const one = change(beginHistory(syn.octets), editOctet(syn, 0, 9));
    expect(one.now[0]).toBe(9);
    expect(change(one, one.now)).toBe(one);
    const back = restore(one);
    expect([...back.now]).toEqual([...syn.octets]);
    expect(undo(back).now[0]).toBe(9);
    expect(undo(undo(back)).now[0]).toBe(syn.octets[0]);
    expect(undo(beginHistory(syn.octets)).past).toEqual([]);
  });
});

describe('any octets whatever', () => {
  it('can be drawn, told, moved over and edited without an error', () => {
    const link = fc.constantFrom<Link>('ethernet', 'ip');
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 140 }),
      anySegment.map((seg) => segmentToDatagram(seg)),
    );
    fc.assert(
      fc.property(octets, link, fc.nat(), fc.nat(255), (bytes, link, n, octet) => {
        const model = modelOf(bytes, link);
        const drawn = { t, alive: true, first: bytes, most: 16 };
        const ways = { canUndo: true, isChanged: true };
        const { fields } = model.map;
        const place = fields.length === 0 ? 0 : n % fields.length;
        const parts = drawBytes(model, selectField(model, place), drawn, ways);
        expect(Object.values(parts).join('')).not.toMatch(/undefined|NaN/);
        expect(tableHtml(model, t)).not.toMatch(/undefined|NaN/);
        if (bytes.length === 0) return;
        const at = n % bytes.length;
        expect(fieldsAt(model.map, at).length).toBeGreaterThan(0);
        const after = modelOf(editOctet(model, at, octet), link);
        expect(tellChange(model, after, t).length).toBeGreaterThan(0);
        for (const each of [
          putRight(after, 'tcp'),
          putRight(after, 'ipv4'),
          putLengthRight(after),
        ]) {
          expect(each.length).toBe(bytes.length);
        }
        for (const direction of [-1, 1] as const) {
          const to = verticalNeighbour(blocksOf(model.map), at, 16, direction);
          if (to !== null) expect(to >= 0 && to < bytes.length).toBe(true);
        }
      }),
      runs,
    );
  });

  it('never become markup', () => {
    const data = octetsOfText('<script>alert("&")</script>');
    const seg = { ...transitNamed(trace, 'A1').seg, data };
    const model = modelOf(segmentToDatagram(seg), 'ip');
    const drawn = { t, alive: true, first: model.octets, most: 99 };
    const place = fieldNamed(model.map, 'data.text');
    const parts = drawBytes(model, selectField(model, place), drawn, {
      ...{ canUndo: false, isChanged: false },
    });
    expect(Object.values(parts).join('') + tableHtml(model, t)).not.toContain('<script');
  });
});

describe('octets as text', () => {
  it('come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
        expect(octetsOfText(textOf(octets))).toEqual(octets);
      }),
      runs,
    );
    expect([...octetsOfText('é\\q')]).toEqual([0xc3, 0xa9, 0x5c, 0x71]);
    expect(octetsOfHex('00:5e 0')).toBeNull();
    expect([...(octetsOfHex('00:5e') ?? [])]).toEqual([0, 0x5e]);
  });
});

describe('the table', () => {
  it('has a row for each field', () => {
    const rows = tableHtml(syn, t).match(/<tr><td>/g) ?? [];
    expect(rows).toHaveLength(syn.map.fields.length);
    expect(readBits(syn.octets, 0, 8)).toBe(0);
  });
});

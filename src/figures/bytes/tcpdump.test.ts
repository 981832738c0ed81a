import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { segmentFromDatagram } from '#wire/segment.ts';
import { putRight } from './edit.ts';
import { modelOf } from './model.ts';
import { framesOfDump } from './tcpdump.ts';

const folder = new URL('../../../content/measured/', import.meta.url);
const dump = readFileSync(new URL('syn-and-answer.txt', folder), 'utf8');

describe('what tcpdump printed of Linux', () => {
  const frames = framesOfDump(dump);

  it('becomes octets whose right checksum is the one that tcpdump worked out', () => {
    expect(frames.map(({ checksum }) => checksum)).toEqual([0xd014, 0xac6e]);
    for (const { frame, checksum } of frames) {
      const model = modelOf(frame, 'ethernet');
      const [ipv4, tcp] = model.checks;
      expect([ipv4?.isRight, tcp?.isRight]).toEqual([true, false]);
      expect([tcp?.said, tcp?.wanted]).toEqual([0x1436, checksum]);
      // What Linux leaves in the field for a card to go on with: the sum of the pseudo-header alone.
      expect(tcp?.parts[0]).toMatchObject({ part: 'pseudo', sum: tcp?.said });
      expect(segmentFromDatagram(putRight(model, 'tcp').slice(14)).ok).toBe(true);
      expect(frame).toHaveLength(74);
    }
  });

  it('says so where tcpdump found a checksum right, and passes over anything else', () => {
    const right = dump.replace('0x1436 (incorrect -> 0xd014)', '0xd014 (correct)');
    const frame = framesOfDump(right)[0]?.frame ?? new Uint8Array();
    expect(segmentFromDatagram(frame.slice(14))).toMatchObject({ value: { seq: 1278197390 } });
    expect(framesOfDump('10:00 IP 1.2.3.4 > 5.6.7.8: ICMP echo request')).toEqual([]);
  });
});

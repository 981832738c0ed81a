import { describe, expect, it } from 'vitest';
import { traceOf } from '../ladder/fixtures.ts';
import { fileName } from './offer-file.ts';
import { pcapngOf } from './pcapng-of.ts';
import { fitting } from './png-file.ts';

describe('the name of a file', () => {
  it('keeps letters and digits of any language', () => {
    expect(fileName('The last ACK: lost!', 'svg')).toBe('the-last-ack-lost.svg');
    expect(fileName('建立连接', 'png')).toBe('建立连接.png');
  });

  it('is never empty, never a path, never endless', () => {
    expect(fileName('', 'pkt')).toBe('tcp.pkt');
    expect(fileName('../../etc/passwd', 'pkt')).toBe('etc-passwd.pkt');
    expect(fileName('a'.repeat(500), 'pkt').length).toBeLessThan(70);
  });
});

describe('the size of a picture', () => {
  it('is what is wanted, as long as a browser can draw it', () => {
    expect(fitting({ width: 600, height: 800 }, 2)).toBe(2);
    expect(fitting({ width: 600, height: 12_000 }, 2)).toBeCloseTo(16_384 / 12_000);
  });

  it('is refused where the drawing would shrink', () => {
    expect(() => fitting({ width: 600, height: 40_000 }, 2)).toThrow(/too long/);
  });
});

describe('a capture', () => {
  it('begins as pcapng does', () => {
    expect([...pcapngOf(traceOf('handshake')).slice(0, 4)]).toEqual([0x0a, 0x0d, 0x0d, 0x0a]);
  });
});

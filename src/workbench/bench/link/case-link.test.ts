import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { linkToCase, linkToScript, LONGEST, readCaseLink } from './case-link.ts';
import { deflate } from './deflate.ts';

const CASES = ['syn-is-answered', 'random'];
const SCRIPT =
  '// Ein Gruß, 你好\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n0.1 < S 0:0(0) win 65535\n';

const read = (hash: string) => readCaseLink(hash, CASES);
const packed = async (text: string | Uint8Array<ArrayBuffer>) =>
  `#case=pkt.${toBase64Url(await deflate(typeof text === 'string' ? new TextEncoder().encode(text) : text))}`;

afterEach(() => vi.unstubAllGlobals());

describe('a link', () => {
  it('to a case of the suite names it', async () => {
    expect(await read(linkToCase('syn-is-answered'))).toEqual({
      kind: 'case',
      id: 'syn-is-answered',
    });
  });

  it('to a script holds it, in characters that survive in any address', async () => {
    const link = (await linkToScript(SCRIPT)) ?? '';
    expect(link).toMatch(/^#case=pkt\.[\w-]+$/);
    expect(await read(link)).toEqual({ kind: 'script', pkt: SCRIPT });
    expect(await read(link.replace('.', '%2E'))).toEqual({ kind: 'script', pkt: SCRIPT });
  });

  it('is made and read where nothing can be deflated', async () => {
    const short = (await linkToScript(SCRIPT)) ?? '';
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    const long = (await linkToScript(SCRIPT)) ?? '';
    expect(long).toMatch(/^#case=text\./);
    expect(await read(long)).toEqual({ kind: 'script', pkt: SCRIPT });
    expect(await read(short)).toEqual({ kind: 'bad', why: 'too old' });
  });

  it('is not made for a script that is too long', async () => {
    expect(await linkToScript('// x\n'.repeat(LONGEST))).toBeNull();
  });
});

describe('a link that somebody else wrote', () => {
  it.each([
    ['#case=nothing-such', 'unknown'],
    ['#case=constructor', 'unknown'],
    ['#case=', 'broken'],
    ['#case=<img src=x onerror=alert(1)>', 'broken'],
    ['#case=%', 'broken'],
    ['#case=pkt.', 'broken'],
    ['#case=pkt.????', 'broken'],
    ['#case=pkt.AAAA', 'broken'],
    ['#case=text.A', 'broken'],
    [`#case=text.${toBase64Url(new Uint8Array([0xff, 0xfe]))}`, 'broken'],
    [`#case=text.${toBase64Url(new TextEncoder().encode('\0\x07'))}`, 'broken'],
    [`#case=text.${toBase64Url(new TextEncoder().encode('// \u202e'))}`, 'broken'],
    [`#case=text.${toBase64Url(new TextEncoder().encode(' \n '))}`, 'broken'],
    [`#case=pkt.${'A'.repeat(1e6)}`, 'too long'],
  ])('%.60s is %s', async (hash, why) => {
    expect(await read(hash)).toEqual({ kind: 'bad', why });
  });

  it('may not swell', async () => {
    const bomb = await packed(new Uint8Array(8_000_000).fill(0x2f));
    expect(bomb.length).toBeLessThan(LONGEST);
    expect(await read(bomb)).toEqual({ kind: 'bad', why: 'broken' });
  });
});

it('base64url is its own inverse', () => {
  for (let length = 0; length < 70; length++) {
    const octets = Uint8Array.from({ length }, (_, i) => (i * 89 + length * 31) & 255);
    expect(fromBase64Url(toBase64Url(octets))).toEqual(octets);
  }
});

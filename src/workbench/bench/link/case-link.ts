import { fromBase64Url, toBase64Url } from './base64url.ts';
import { canDeflate, deflate, inflate } from './deflate.ts';

/*
 * Links to a case: `#case=syn-is-answered` for one of the suite, `#case=pkt.…` for a script, which is
 * deflated, `#case=text.…` for one that is not. Anybody can write such a link, so what comes out is
 * a text to be shown, and nothing that is ever run by opening it.
 */

/** What a link points at, or why it points at nothing. */
export type LinkedCase =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'script'; readonly pkt: string }
  /** `unknown`: no such case in this lab. `too old`: this browser cannot inflate. */
  | { readonly kind: 'bad'; readonly why: 'unknown' | 'broken' | 'too long' | 'too old' };

const BEGIN = '#case=';

/** A script has no more characters than these; a link has no more either. */
export const LONGEST = 16_384;

/** Control characters, and those that make text look as if it stood in another order. */
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/;

/** Does the address point at a case? */
export const isCaseLink = (hash: string): boolean => hash.startsWith(BEGIN);

/** The fragment that points at a case of the suite. */
export const linkToCase = (id: string): string => BEGIN + id;

/** The fragment that holds a script; `null` if it is too long for a link. */
export async function linkToScript(pkt: string): Promise<string | null> {
  const text = pkt.replace(/\r\n?/g, '\n');
  if (text.length > LONGEST) return null;
  const octets = new TextEncoder().encode(text);
  const link = canDeflate()
    ? `${BEGIN}pkt.${toBase64Url(await deflate(octets))}`
    : `${BEGIN}text.${toBase64Url(octets)}`;
  return link.length > LONGEST ? null : link;
}

/** What a fragment points at. `cases`: the ids of the lab's cases. */
export async function readCaseLink(hash: string, cases: readonly string[]): Promise<LinkedCase> {
  if (hash.length > LONGEST) return { kind: 'bad', why: 'too long' };
  const target = decoded(hash.slice(BEGIN.length));
  const packed = /^(pkt|text)\.(.*)$/s.exec(target);
  if (!packed) {
    if (cases.includes(target)) return { kind: 'case', id: target };
    return { kind: 'bad', why: /^[\w-]+$/.test(target) ? 'unknown' : 'broken' };
  }
  const octets = fromBase64Url(packed[2] ?? '');
  if (!octets || octets.length === 0) return { kind: 'bad', why: 'broken' };
  if (packed[1] === 'pkt' && !canDeflate()) return { kind: 'bad', why: 'too old' };
  const text = packed[1] === 'pkt' ? await inflate(octets, LONGEST * 3) : octets;
  const pkt = text && utf8(text);
  if (pkt === null || pkt.length > LONGEST || UNSEEN.test(pkt) || pkt.trim() === '') {
    return { kind: 'bad', why: 'broken' };
  }
  return { kind: 'script', pkt };
}

/** Programs that pass links on like to escape them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function utf8(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

import { word } from '#tcp/octets.ts';
import { type MapDraft, note, takeAll, takeTo } from './map.ts';
import { mapPayload } from './payload.ts';

const HEADER = 40;
/** Extension headers that have a next header and a length in units of 8 octets (RFC 8200 §4). */
const EXTENSIONS: ReadonlySet<number> = new Set([0, 43, 60]);
const FRAGMENT = 44;

/** RFC 8200 §3 and §4, with the traffic class in its two parts (RFC 2474, RFC 3168). */
export function mapIpv6(draft: MapDraft, start: number, end: number): void {
  const { octets, layers } = draft;
  const there = end - start;
  if (there < HEADER) {
    note(draft, 'ip-short', end, { there, header: HEADER });
    takeTo(draft, 'ipv6.rest', end);
    layers.push({ layer: 'ipv6', start, body: end, end });
    return;
  }
  takeAll(draft, 'ipv6', { version: 4, dscp: 6, ecn: 2, flow: 20, length: 16, next: 8, hops: 8 });
  takeAll(draft, 'ipv6', { source: 128, destination: 128 });
  const total = HEADER + word(octets, start + 4);
  if (total > there) note(draft, 'ip-cut', start + 4, { said: total, there });
  const last = mapExtensions(draft, start + 6, end);
  const body = draft.at / 8;
  if (last === null) {
    layers.push({ layer: 'ipv6', start, body: end, end });
    return;
  }
  const stop = Math.max(body, Math.min(start + total, end));
  layers.push({ layer: 'ipv6', start, body, end: stop });
  mapPayload(draft, stop, last);
}

/** What the headers say of the payload; `null` if they are cut short. `nextAt`: where the first is named. */
function mapExtensions(draft: MapDraft, nextAt: number, end: number) {
  const { octets } = draft;
  let [protocolAt, fragment, fragmentAt] = [nextAt, 0, nextAt];
  let protocol = octets[protocolAt] as number;
  while (EXTENSIONS.has(protocol) || protocol === FRAGMENT) {
    const at = draft.at / 8;
    const length = protocol === FRAGMENT ? 8 : 8 * ((octets[at + 1] ?? 0) + 1);
    if (at + length > end) {
      note(draft, 'extension-cut', at, { there: end - at });
      takeTo(draft, 'ipv6.rest', end);
      return null;
    }
    if (protocol === FRAGMENT) {
      fragment = word(octets, at + 2) & 0xfff9;
      fragmentAt = at + 2;
      takeAll(draft, 'ipv6', { extensionNext: 8, extensionReserved: 8, fragment: 13 });
      takeAll(draft, 'ipv6', { fragmentReserved: 2, moreFragments: 1, id: 32 });
    } else {
      takeAll(draft, 'ipv6', { extensionNext: 8, extensionLength: 8 });
      takeTo(draft, 'ipv6.extension', at + length);
    }
    protocolAt = at;
    protocol = octets[at] as number;
  }
  return { protocol, protocolAt, fragment, fragmentAt };
}

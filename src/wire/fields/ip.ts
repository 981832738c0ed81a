import { word } from '#tcp/octets.ts';
import { readIpv4Header } from '../ip.ts';
import { mapIpv6 } from './ipv6.ts';
import { type MapDraft, note, takeAll, takeTo } from './map.ts';
import { carry, mapPayload } from './payload.ts';

const HEADER_MIN = 20;

/** An IP packet of either version, which begins at the next bit; `end` is the end of what there is. */
export function mapIp(draft: MapDraft, end: number): void {
  const start = draft.at / 8;
  if (start === end) {
    note(draft, 'ip-empty', start);
    return;
  }
  const version = (draft.octets[start] as number) >> 4;
  if (version === 4) mapIpv4(draft, start, end);
  else if (version === 6) mapIpv6(draft, start, end);
  else {
    note(draft, 'ip-version', start, { version });
    carry(draft, end);
  }
}

/** RFC 791 §3.1, with the second octet as RFC 2474 and RFC 3168 name it. */
function mapIpv4(draft: MapDraft, start: number, end: number): void {
  const { octets, layers } = draft;
  const there = end - start;
  if (there < HEADER_MIN) {
    note(draft, 'ip-short', end, { there, header: HEADER_MIN });
    takeTo(draft, 'ipv4.rest', end);
    layers.push({ layer: 'ipv4', start, body: end, end });
    return;
  }
  const packet = octets.subarray(start, end);
  const header = readIpv4Header(packet);
  const body = start + (header.ok ? header.value.start : HEADER_MIN);
  noteIpv4(draft, start, packet);
  takeAll(draft, 'ipv4', { version: 4, ihl: 4, dscp: 6, ecn: 2, length: 16 });
  takeAll(draft, 'ipv4', { id: 16, reserved: 1, dontFragment: 1, moreFragments: 1, fragment: 13 });
  takeAll(draft, 'ipv4', { ttl: 8, protocol: 8, checksum: 16, source: 32, destination: 32 });
  takeTo(draft, 'ipv4.options', body);
  const stop = header.ok ? start + header.value.end : end;
  layers.push({ layer: 'ipv4', start, body, end: stop });
  // A header whose lengths cannot be right does not tell where the segment begins.
  if (!header.ok) carry(draft, end);
  else {
    mapPayload(draft, stop, {
      ...{ protocol: header.value.protocol, protocolAt: start + 9 },
      ...{ fragment: word(octets, start + 6) & 0x3fff, fragmentAt: start + 6 },
    });
  }
}

/** Lengths that cannot be. */
function noteIpv4(draft: MapDraft, start: number, packet: Uint8Array): void {
  const there = packet.length;
  const header = ((packet[0] as number) & 0x0f) * 4;
  const total = word(packet, 2);
  if (header < HEADER_MIN || header > there) {
    note(draft, 'ip-header-length', start, { said: header, there });
  } else if (total < header) note(draft, 'ip-total-length', start + 2, { said: total, header });
  else if (total > there) note(draft, 'ip-cut', start + 2, { said: total, there });
}

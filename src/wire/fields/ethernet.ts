import { word } from '#tcp/octets.ts';
import { mapIp } from './ip.ts';
import { type MapDraft, note, takeAll, takeTo } from './map.ts';
import { carry } from './payload.ts';

const HEADER = 14;
const TAG = 4;
/** The version of IP that a type announces. */
const VERSIONS: Readonly<Record<number, number>> = { 0x0800: 4, 0x86dd: 6 };
/** Tags that stand before the real type: 802.1Q, 802.1ad, and its older number. */
const TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);

/** An Ethernet frame as a capture shows it, without preamble and check sequence (RFC 894, RFC 2464). */
export function mapEthernet(draft: MapDraft): void {
  const { octets, layers } = draft;
  const end = octets.length;
  if (end < HEADER) {
    note(draft, 'frame-short', end, { octets: end });
    takeTo(draft, 'ethernet.rest', end);
    layers.push({ layer: 'ethernet', start: 0, body: end, end });
    return;
  }
  takeAll(draft, 'ethernet', { destination: 48, source: 48, type: 16 });
  while (TAGS.has(typeBefore(draft)) && draft.at / 8 + TAG <= end) {
    takeAll(draft, 'ethernet', { priority: 3, dropEligible: 1, vlan: 12, type: 16 });
  }
  const body = draft.at / 8;
  layers.push({ layer: 'ethernet', start: 0, body, end });
  const type = typeBefore(draft);
  if (type in VERSIONS) {
    const version = (octets[body] ?? 0) >> 4;
    // An unknown version is a problem of its own.
    if ((version === 4 || version === 6) && version !== VERSIONS[type]) {
      note(draft, 'type-version', body - 2, { type, version });
    }
    mapIp(draft, end);
    takeTo(draft, 'ethernet.padding', end);
  } else {
    note(draft, 'not-ip', body - 2, { type });
    carry(draft, end);
  }
}

function typeBefore({ octets, at }: MapDraft): number {
  return word(octets, at / 8 - 2);
}

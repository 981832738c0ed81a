import { Protocol } from '../ip.ts';
import { type MapDraft, note, takeTo } from './map.ts';
import { mapTcp } from './tcp.ts';

/** What a layer carries that is read no further, up to an octet. */
export function carry(draft: MapDraft, end: number): void {
  const start = draft.at / 8;
  draft.layers.push({ layer: 'data', start, body: start, end });
  takeTo(draft, 'data.other', end);
}

/** What the header of a packet says of its payload, and the octets that say it. */
export interface Carried {
  readonly protocol: number;
  readonly protocolAt: number;
  /** 0 in a packet that is whole. */
  readonly fragment: number;
  readonly fragmentAt: number;
}

/** The segment in a packet, from the next bit to the octet `end`, or what stands in its place. */
export function mapPayload(draft: MapDraft, end: number, carried: Carried): void {
  const { protocol, protocolAt, fragment, fragmentAt } = carried;
  if (protocol === Protocol.TCP && fragment === 0) {
    mapTcp(draft, end);
    return;
  }
  if (protocol !== Protocol.TCP) note(draft, 'not-tcp', protocolAt, { protocol });
  else note(draft, 'fragment', fragmentAt);
  carry(draft, end);
}

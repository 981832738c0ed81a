import { TCP_HEADER_MIN } from '../tcp.ts';
import { type MapDraft, note, type OptionName, take, takeAll, takeTo } from './map.ts';

/** Kinds of options (IANA "TCP Option Kind Numbers") with their lengths; SACK has several. */
const KINDS: Readonly<Record<number, { readonly name: OptionName; readonly length?: number }>> = {
  2: { name: 'mss', length: 4 },
  3: { name: 'wscale', length: 3 },
  4: { name: 'sackPermitted', length: 2 },
  5: { name: 'sack' },
  8: { name: 'timestamps', length: 10 },
};

/** A TCP segment, RFC 9293 §3.1: from the next bit to the octet `end`. */
export function mapTcp(draft: MapDraft, end: number): void {
  const { octets, layers } = draft;
  const start = draft.at / 8;
  const there = end - start;
  if (there < TCP_HEADER_MIN) {
    note(draft, 'tcp-short', end, { there });
    takeTo(draft, 'tcp.rest', end);
    layers.push({ layer: 'tcp', start, body: end, end });
    return;
  }
  const said = ((octets[start + 12] as number) >> 4) * 4;
  const isSmall = said < TCP_HEADER_MIN;
  const isRight = !isSmall && said <= there;
  const body = start + (isRight ? said : TCP_HEADER_MIN);
  if (!isRight) {
    note(draft, isSmall ? 'offset-small' : 'offset-large', start + 12, { said, there });
  }
  takeAll(draft, 'tcp', { sourcePort: 16, destinationPort: 16, seq: 32, ack: 32 });
  takeAll(draft, 'tcp', { offset: 4, reserved: 4 });
  takeAll(draft, 'tcp', { CWR: 1, ECE: 1, URG: 1, ACK: 1, PSH: 1, RST: 1, SYN: 1, FIN: 1 });
  takeAll(draft, 'tcp', { window: 16, checksum: 16, urgent: 16 });
  mapOptions(draft, body);
  layers.push({ layer: 'tcp', start, body, end });
  layers.push({ layer: 'data', start: body, body, end });
  takeTo(draft, isRight ? 'data.text' : 'data.other', end);
}

/** The options up to the octet `end` (RFC 9293 §3.2). Each takes at least an octet: it always ends. */
function mapOptions(draft: MapDraft, end: number): void {
  const { octets } = draft;
  while (draft.at / 8 < end) {
    const at = draft.at / 8;
    const kind = octets[at] as number;
    if (kind === 0) {
      take(draft, 'tcp.kind', 8, 'eol');
      takeTo(draft, 'tcp.optionPadding', end, 'eol');
    } else if (kind === 1) take(draft, 'tcp.kind', 8, 'nop');
    else if (!mapOption(draft, at, end)) takeTo(draft, 'tcp.optionRest', end, 'unknown');
  }
}

/** An option with a length; `false` if its length cannot be right, so that nothing behind it can be read. */
function mapOption(draft: MapDraft, at: number, end: number): boolean {
  const kind = draft.octets[at] as number;
  if (at + 1 >= end) {
    note(draft, 'option-no-length', at, { kind });
    return false;
  }
  const length = draft.octets[at + 1] as number;
  if (length < 2 || at + length > end) {
    note(draft, length < 2 ? 'option-length' : 'option-long', at + 1, { kind, length });
    return false;
  }
  const known = KINDS[kind];
  const fits =
    known?.length === undefined ? length % 8 === 2 && length > 2 : length === known.length;
  const name = known !== undefined && fits ? known.name : 'unknown';
  take(draft, 'tcp.kind', 8, name);
  take(draft, 'tcp.length', 8, name);
  for (const [part, bits] of PARTS[name] ?? []) take(draft, `tcp.${part}`, bits, name);
  if (name === 'sack') mapBlocks(draft, at + length);
  takeTo(draft, 'tcp.optionData', at + length, name);
  return true;
}

/** What stands in an option behind its length. */
const PARTS: Readonly<Partial<Record<OptionName, readonly (readonly [string, number])[]>>> = {
  mss: [['mss', 16]],
  wscale: [['wscale', 8]],
  timestamps: [
    ['tsVal', 32],
    ['tsEcr', 32],
  ],
};

function mapBlocks(draft: MapDraft, end: number): void {
  while (draft.at / 8 < end) {
    take(draft, 'tcp.sackLeft', 32, 'sack');
    take(draft, 'tcp.sackRight', 32, 'sack');
  }
}

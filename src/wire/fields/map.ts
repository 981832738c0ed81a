/** The layers that octets on a link are read as. `data`: what the innermost header carries. */
export type Layer = 'ethernet' | 'ipv4' | 'ipv6' | 'tcp' | 'data';

/** What the octets begin with: an Ethernet frame, or an IP packet as a raw capture has it. */
export type Link = 'ethernet' | 'ip';

/** TCP options whose layout is known; `unknown` for all others, and for known ones of a wrong length. */
export type OptionName =
  'eol' | 'nop' | 'mss' | 'wscale' | 'sackPermitted' | 'sack' | 'timestamps' | 'unknown';

/** One field: some bits in a row, with a name. */
export interface Field {
  readonly layer: Layer;
  /** `tcp.seq`, `ipv4.ttl` … Begins with the layer; the fields of options repeat. */
  readonly name: string;
  /** Its first bit, counted from the first bit of all octets. */
  readonly bit: number;
  readonly bits: number;
  /** The TCP option that it belongs to. */
  readonly option?: OptionName;
}

/** Where a layer's header lies, and how far reaches what it carries. Offsets of octets. */
export interface LayerBox {
  readonly layer: Layer;
  readonly start: number;
  /** The first octet after its header. */
  readonly body: number;
  /** The first octet after all that it holds. */
  readonly end: number;
}

/** What is wrong with the octets, or why no more of them is read. */
export type ProblemKind =
  | 'frame-short'
  | 'not-ip'
  | 'type-version'
  | 'ip-empty'
  | 'ip-version'
  | 'ip-short'
  | 'ip-header-length'
  | 'ip-total-length'
  | 'ip-cut'
  | 'ip-checksum'
  | 'extension-cut'
  | 'fragment'
  | 'not-tcp'
  | 'tcp-short'
  | 'offset-small'
  | 'offset-large'
  | 'option-no-length'
  | 'option-length'
  | 'option-long'
  | 'tcp-checksum';

/** A problem, at which octet, and the numbers that tell of it. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly at: number;
  readonly values: Readonly<Record<string, number>>;
}

/** All octets by their fields: each bit belongs to exactly one field, in the order of the bits. */
export interface FieldMap {
  readonly fields: readonly Field[];
  /** From the outermost to the innermost. */
  readonly layers: readonly LayerBox[];
  readonly problems: readonly Problem[];
}

/** A map that is being made: fields are taken one after the other. */
export interface MapDraft {
  readonly octets: Uint8Array;
  readonly fields: Field[];
  readonly layers: LayerBox[];
  readonly problems: Problem[];
  /** The next bit that no field has. */
  at: number;
}

/** Takes the next bits as a field; none for no bits. */
export function take(draft: MapDraft, name: string, bits: number, option?: OptionName): void {
  if (bits <= 0) return;
  const layer = name.slice(0, name.includes('.') ? name.indexOf('.') : undefined) as Layer;
  const field = { layer, name, bit: draft.at, bits };
  draft.fields.push(option === undefined ? field : { ...field, option });
  draft.at += bits;
}

/** Takes all up to an octet as one field. */
export function takeTo(draft: MapDraft, name: string, octet: number, option?: OptionName): void {
  take(draft, name, octet * 8 - draft.at, option);
}

/** Takes fields of these lengths, by name. */
export function takeAll(draft: MapDraft, layer: Layer, bits: Readonly<Record<string, number>>) {
  for (const [name, count] of Object.entries(bits)) take(draft, `${layer}.${name}`, count);
}

/** Notes a problem. */
export function note(
  draft: MapDraft,
  kind: ProblemKind,
  at: number,
  values: Problem['values'] = {},
): void {
  draft.problems.push({ kind, at, values });
}

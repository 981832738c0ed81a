import type { Field, OptionName } from '#wire/fields/map.ts';

/** How a field's bits are written for people, and read when they are changed. */
export type Spelling =
  'number' | 'hex' | 'bit' | 'mac' | 'ipv4' | 'ipv6' | 'words' | 'shift' | 'text' | 'octets';

/** What is known of a field beside its bits. */
export interface Fact {
  readonly spelling: Spelling;
  /** Where its meaning stands: `RFC791/3.1`, or a section of RFC 9293; empty: nowhere. */
  readonly source: string;
}

const fact = (spelling: Spelling, source: string): Fact => ({ spelling, source });

const ETHERNET: Readonly<Record<string, Fact>> = {
  destination: fact('mac', 'RFC9542/2.1'),
  source: fact('mac', 'RFC9542/2.1'),
  type: fact('hex', 'RFC9542/3'),
  priority: fact('number', 'RFC9542/3'),
  dropEligible: fact('bit', 'RFC9542/3'),
  vlan: fact('number', 'RFC9542/3'),
  padding: fact('octets', 'RFC894'),
  rest: fact('octets', 'RFC894'),
};

const IPV4: Readonly<Record<string, Fact>> = {
  version: fact('number', 'RFC791/3.1'),
  ihl: fact('words', 'RFC791/3.1'),
  dscp: fact('number', 'RFC2474/3'),
  ecn: fact('number', 'RFC3168/5'),
  length: fact('number', 'RFC791/3.1'),
  id: fact('number', 'RFC6864/4'),
  reserved: fact('bit', 'RFC791/3.1'),
  dontFragment: fact('bit', 'RFC791/3.1'),
  moreFragments: fact('bit', 'RFC791/3.1'),
  fragment: fact('number', 'RFC791/3.1'),
  ttl: fact('number', 'RFC791/3.1'),
  protocol: fact('number', 'RFC791/3.1'),
  checksum: fact('hex', 'RFC791/3.1'),
  source: fact('ipv4', 'RFC791/3.1'),
  destination: fact('ipv4', 'RFC791/3.1'),
  options: fact('octets', 'RFC791/3.1'),
  rest: fact('octets', 'RFC791/3.1'),
};

const IPV6: Readonly<Record<string, Fact>> = {
  version: fact('number', 'RFC8200/3'),
  dscp: fact('number', 'RFC2474/3'),
  ecn: fact('number', 'RFC3168/5'),
  flow: fact('hex', 'RFC6437/2'),
  length: fact('number', 'RFC8200/3'),
  next: fact('number', 'RFC8200/3'),
  hops: fact('number', 'RFC8200/3'),
  source: fact('ipv6', 'RFC8200/3'),
  destination: fact('ipv6', 'RFC8200/3'),
  extensionNext: fact('number', 'RFC8200/4'),
  extensionLength: fact('number', 'RFC8200/4'),
  extension: fact('octets', 'RFC8200/4'),
  extensionReserved: fact('number', 'RFC8200/4.5'),
  fragment: fact('number', 'RFC8200/4.5'),
  fragmentReserved: fact('number', 'RFC8200/4.5'),
  moreFragments: fact('bit', 'RFC8200/4.5'),
  id: fact('number', 'RFC8200/4.5'),
  rest: fact('octets', 'RFC8200/3'),
};

const TCP: Readonly<Record<string, Fact>> = {
  offset: fact('words', '3.1'),
  CWR: fact('bit', 'RFC3168/6.1'),
  ECE: fact('bit', 'RFC3168/6.1'),
  ...Object.fromEntries(
    ['URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'].map((name) => [name, fact('bit', '3.1')]),
  ),
  checksum: fact('hex', '3.1'),
  kind: fact('number', '3.2'),
  length: fact('number', '3.2'),
  mss: fact('number', '3.2'),
  wscale: fact('shift', 'RFC7323/2.2'),
  sackLeft: fact('number', 'RFC2018/3'),
  sackRight: fact('number', 'RFC2018/3'),
  tsVal: fact('number', 'RFC7323/3.2'),
  tsEcr: fact('number', 'RFC7323/3.2'),
  optionData: fact('octets', '3.2'),
  optionPadding: fact('octets', '3.2'),
  optionRest: fact('octets', '3.2'),
  rest: fact('octets', '3.1'),
};

const DATA: Readonly<Record<string, Fact>> = {
  text: fact('text', '3.1'),
  // What nobody reads is defined nowhere.
  other: fact('octets', ''),
  after: fact('octets', ''),
};

const LAYERS: Readonly<Record<string, Readonly<Record<string, Fact>>>> = {
  ethernet: ETHERNET,
  ipv4: IPV4,
  ipv6: IPV6,
  tcp: TCP,
  data: DATA,
};

/** What is known of a field by its name, `tcp.seq`. What the table leaves out is a number of the header. */
export function factOf(name: string): Fact {
  const [layer = '', part = ''] = name.split('.');
  return LAYERS[layer]?.[part] ?? fact(layer === 'data' ? 'octets' : 'number', '3.1');
}

/** Options that other RFCs than 9293 define, and where. */
const OPTIONS: Readonly<Partial<Record<OptionName, string>>> = {
  wscale: 'RFC7323/2.2',
  sackPermitted: 'RFC2018/2',
  sack: 'RFC2018/3',
  timestamps: 'RFC7323/3.2',
};

/** Where a field's meaning stands: its option's own RFC, where it belongs to one. */
export function meaningAt({ name, option }: Field): string {
  return (option === undefined ? undefined : OPTIONS[option]) ?? factOf(name).source;
}

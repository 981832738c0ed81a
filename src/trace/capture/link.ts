import { viewOf } from '#wire/bytes.ts';
import { bad, ok, type Result } from '#wire/result.ts';

/** Link types that can be read (the tcpdump registry of link-layer header types). */
export const LinkType = {
  /** BSD loopback: an address family in the byte order of the machine that captured. */
  NULL: 0,
  ETHERNET: 1,
  /** Raw IP has had several numbers on several systems. */
  RAW_BSD: 12,
  RAW_OPENBSD: 14,
  RAW: 101,
  /** OpenBSD loopback: the same in network byte order. */
  LOOP: 108,
  LINUX_COOKED: 113,
  IPV4: 228,
  IPV6: 229,
  LINUX_COOKED_2: 276,
} as const;

const EtherType = { IPV4: 0x0800, IPV6: 0x86dd } as const;

/** Ether types of tags that stand before the real one: 802.1Q, 802.1ad (QinQ), and its older number. */
const TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);

/** Families of IPv4 and IPv6: the second has its own number on Linux, Windows, NetBSD, FreeBSD and Darwin. */
const FAMILIES: ReadonlySet<number> = new Set([2, 10, 23, 24, 28, 30]);

/** Can packets of this link type be read? */
export function isKnownLinkType(linkType: number): boolean {
  return Object.values(LinkType).some((known) => known === linkType);
}

/** Where the IP datagram begins in a packet; `null` if it carries something else. */
export function ipOffset(bytes: Uint8Array, linkType: number): Result<number | null> {
  switch (linkType) {
    case LinkType.RAW:
    case LinkType.RAW_BSD:
    case LinkType.RAW_OPENBSD:
    case LinkType.IPV4:
    case LinkType.IPV6:
      return ok(0);
    case LinkType.ETHERNET:
      return afterEtherType(bytes, 12, 14);
    case LinkType.LINUX_COOKED:
      return afterEtherType(bytes, 14, 16);
    case LinkType.LINUX_COOKED_2:
      return afterEtherType(bytes, 0, 20);
    case LinkType.NULL:
    case LinkType.LOOP:
      return afterFamily(bytes);
    default:
      return bad(`link type ${linkType} is unknown`, 0);
  }
}

/** The ether type stands at `typeAt`; `next` is where its payload begins, if there are no tags. */
function afterEtherType(bytes: Uint8Array, typeAt: number, next: number): Result<number | null> {
  const view = viewOf(bytes);
  let place = typeAt;
  let start = next;
  for (;;) {
    if (start > bytes.length) return bad('the link header is cut short', bytes.length);
    const type = view.getUint16(place);
    if (!TAGS.has(type)) {
      return ok(type === EtherType.IPV4 || type === EtherType.IPV6 ? start : null);
    }
    // A tag is two octets of its own, then the type of what follows.
    place = start + 2;
    start += 4;
  }
}

function afterFamily(bytes: Uint8Array): Result<number | null> {
  if (bytes.length < 4) return bad('the link header is cut short', bytes.length);
  const view = viewOf(bytes);
  const isIp = [true, false].some((little) => FAMILIES.has(view.getUint32(0, little)));
  return ok(isIp ? 4 : null);
}

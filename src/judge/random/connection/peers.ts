import { add, type Endpoint, type Segment, type Seq } from '#tcp';
import { CLIENT_PORT, HOST, PEER, SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
import type { Known } from './known.ts';

/** A peer of the host, and what it knows of the connection between the two. */
export interface Peer {
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** The name of its connection in the host, if it has had one. */
  conn: string | null;
  readonly known: Known;
  /** What it has sent, the oldest first. */
  readonly sent: Segment[];
  /** The smallest window that it may open the connection with. */
  leastWindow: number;
  /** It says no more: what an engine may do now is left open. */
  isSilent: boolean;
  /** Our user has closed its end for good, and has no socket any more. */
  isClosed: boolean;
}

/** How far apart the peers' ISNs are. */
const APART = 1_000_003;

/** The peer with the number `index`; the connection that we open leads to number 0. */
export function createPeer(
  index: number,
  side: 'passive' | 'active' | null,
  { ours, theirs }: { readonly ours: Seq; readonly theirs: Seq },
): Peer {
  const irs = add(theirs, index * APART);
  const [local, remote] =
    side === 'active' ? [CLIENT_PORT, SERVER_PORT + index] : [SERVER_PORT, CLIENT_PORT + index];
  return {
    local: { address: HOST, port: local },
    remote: { address: PEER, port: remote },
    conn: null,
    known: {
      iss: ours,
      una: ours,
      nxt: add(ours, 1),
      irs,
      rcvNxt: add(irs, 1),
      rcvWnd: 65_535,
    },
    sent: [],
    leastWindow: 0,
    isSilent: false,
    isClosed: false,
  };
}

import type { State, Tcb, TcpEvent } from '#tcp';

/** What may cause a change of state: a user call, a bit of the segment that arrived, a timer, ICMP. */
type Cause =
  | 'active OPEN'
  | 'passive OPEN'
  | 'SEND'
  | 'CLOSE'
  | 'ABORT'
  | 'SYN'
  | 'SYN,ACK'
  | 'ACK'
  | 'text'
  | 'FIN'
  | 'RST'
  | 'timeout'
  | 'ICMP';

/** A change of state that the RFC allows, with what may cause it and the words that say so. */
interface Edge {
  readonly from: State;
  readonly to: State;
  readonly on: readonly Cause[];
  /** Only for a connection that was opened so. */
  readonly opened?: Tcb['openedBy'];
  readonly source: string;
}

/** The peer's FIN is taken; if it came ahead of the text before it, the text brings it (SHLD-31). */
const finTaken = (from: State, to: State, source: string): Edge => ({
  from,
  to,
  on: ['FIN', 'text'],
  source: `${source}; §3.10.7.4 (a FIN that came early is held back)`,
});

/** How a connection that is past SYN-SENT ends at once, in every state (§3.10.5, §3.10.7.4, §3.10.8). */
const cutShort = (from: State): Edge => ({
  from,
  to: 'CLOSED',
  on: ['RST', 'ABORT', 'timeout'],
  source: 'Figure 5 note 3; §3.10.7.4 second; §3.10.5; §3.10.8',
});

/**
 * Every change of state that RFC 9293 knows: the arrows of Figure 5, its three notes, and what §3.10
 * adds in words. A step that goes through several states takes several edges.
 */
export const EDGES: readonly Edge[] = [
  { from: 'CLOSED', to: 'LISTEN', on: ['passive OPEN'], source: 'Figure 5' },
  { from: 'CLOSED', to: 'SYN-SENT', on: ['active OPEN'], source: 'Figure 5' },
  { from: 'LISTEN', to: 'SYN-RECEIVED', on: ['SYN'], source: 'Figure 5' },
  { from: 'LISTEN', to: 'SYN-SENT', on: ['SEND', 'active OPEN'], source: 'Figure 5; §3.10.1' },
  { from: 'LISTEN', to: 'CLOSED', on: ['CLOSE', 'ABORT'], source: 'Figure 5; §3.10.5' },
  { from: 'SYN-SENT', to: 'SYN-RECEIVED', on: ['SYN'], source: 'Figure 5' },
  { from: 'SYN-SENT', to: 'ESTABLISHED', on: ['SYN,ACK'], source: 'Figure 5' },
  {
    from: 'SYN-SENT',
    to: 'CLOSED',
    on: ['CLOSE', 'ABORT', 'RST', 'timeout', 'ICMP'],
    source: 'Figure 5 and note 3; §3.10.5; §3.10.7.3; §3.10.8; §3.9.2.2',
  },
  { from: 'SYN-RECEIVED', to: 'ESTABLISHED', on: ['ACK'], source: 'Figure 5' },
  { from: 'SYN-RECEIVED', to: 'FIN-WAIT-1', on: ['CLOSE'], source: 'Figure 5' },
  {
    from: 'SYN-RECEIVED',
    to: 'LISTEN',
    on: ['RST', 'SYN', 'timeout', 'ICMP'],
    opened: 'passive',
    source: 'Figure 5 note 1; §3.10.7.4 fourth; §3.8.3 and §3.9.2.2 (the door stays open)',
  },
  {
    from: 'SYN-RECEIVED',
    to: 'CLOSED',
    on: ['RST', 'timeout', 'ICMP'],
    opened: 'active',
    source: 'Figure 5 note 3; §3.10.7.4 second; §3.10.8; §3.9.2.2',
  },
  { from: 'SYN-RECEIVED', to: 'CLOSED', on: ['ABORT'], source: '§3.10.5' },
  {
    from: 'ESTABLISHED',
    to: 'FIN-WAIT-1',
    on: ['CLOSE', 'ACK'],
    source: 'Figure 5; §3.10.4 (a CLOSE in SYN-RECEIVED is queued until ESTABLISHED)',
  },
  finTaken('ESTABLISHED', 'CLOSE-WAIT', 'Figure 5'),
  cutShort('ESTABLISHED'),
  { from: 'FIN-WAIT-1', to: 'FIN-WAIT-2', on: ['ACK'], source: 'Figure 5' },
  finTaken('FIN-WAIT-1', 'CLOSING', 'Figure 5'),
  finTaken('FIN-WAIT-1', 'TIME-WAIT', 'Figure 5 note 2'),
  cutShort('FIN-WAIT-1'),
  finTaken('FIN-WAIT-2', 'TIME-WAIT', 'Figure 5'),
  cutShort('FIN-WAIT-2'),
  {
    from: 'CLOSE-WAIT',
    to: 'LAST-ACK',
    on: ['CLOSE', 'ACK', 'timeout'],
    source: 'Figure 5; §3.10.4 (the FIN waits until all octets have left)',
  },
  cutShort('CLOSE-WAIT'),
  { from: 'CLOSING', to: 'TIME-WAIT', on: ['ACK'], source: 'Figure 5' },
  cutShort('CLOSING'),
  {
    from: 'LAST-ACK',
    to: 'CLOSED',
    on: ['ACK', 'RST', 'ABORT', 'timeout'],
    source: 'Figure 5 and note 3; §3.10.5; §3.10.8',
  },
  cutShort('TIME-WAIT'),
  { from: 'TIME-WAIT', to: 'LISTEN', on: ['SYN'], source: '§3.10.7.4 fourth (MAY-2)' },
];

/** What in `event` may cause a change of state. */
function causesIn(event: TcpEvent): readonly Cause[] {
  switch (event.type) {
    case 'OPEN':
      return [event.mode === 'active' ? 'active OPEN' : 'passive OPEN'];
    case 'SEND':
    case 'CLOSE':
    case 'ABORT':
    case 'ICMP':
      return [event.type];
    case 'TIMEOUT':
      return ['timeout'];
    case 'SEGMENT-ARRIVES': {
      const { seg } = event;
      const { rst, syn, ack, fin } = seg.ctl;
      // A reset is only that, whatever else its segment bears.
      if (rst) return ['RST'];
      const causes: Cause[] = [];
      if (syn) causes.push('SYN');
      if (syn && ack) causes.push('SYN,ACK');
      if (ack) causes.push('ACK');
      if (seg.data.length > 0) causes.push('text');
      if (fin) causes.push('FIN');
      return causes;
    }
    case 'RECEIVE':
    case 'STATUS':
    case 'SET':
      return [];
  }
}

/** Does RFC 9293 know the change from `from` to `to` on `event`, in a connection opened so? */
export function isAllowed(
  from: State,
  to: State,
  event: TcpEvent,
  opened: Tcb['openedBy'],
): boolean {
  const causes = causesIn(event);
  return EDGES.some(
    (edge) =>
      edge.from === from &&
      edge.to === to &&
      (edge.opened === undefined || edge.opened === opened) &&
      edge.on.some((on) => causes.includes(on)),
  );
}

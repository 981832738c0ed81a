import type { HostRun, Input } from '#network/replay.ts';
import { octets } from '#scenario/packetdrill/octets.ts';
import { CLIENT_PORT, HOST, PEER, SERVER_PORT } from '#scenario/packetdrill/sockets.ts';
import type { Call, Endpoint, Segment } from '#tcp';
import type { StepEntry, Trace, TraceHost } from '#trace/trace.ts';

/** packetdrill's clock of initial sequence numbers: each is so far from the one before. */
const ISN_STEP = 64_000;

/**
 * What happened to one host of a Trace, as a script can tell it: between packetdrill's two addresses,
 * with its ports, with octets whose values follow from their place in the stream, and initial sequence
 * numbers that are 64 000 apart. `null` where that is another story: the host was only seen in a
 * capture, its record begins within a connection, it crashed, heard of ICMP, or had several peers.
 */
export function scriptRun(trace: Trace, name: string): HostRun | null {
  const setup = trace.hosts.find((host) => host.name === name);
  if (setup === undefined || setup.config === null || !beginsBlank(setup)) return null;
  if (trace.entries.some((entry) => entry.kind === 'crash' && entry.host === name)) return null;
  const steps = trace.entries.filter(
    (entry): entry is StepEntry => entry.kind === 'step' && entry.host === name,
  );
  const part = createPart(steps);
  if (part === null) return null;
  const inputs: Input[] = setup.initial === 'LISTEN' ? [part.listen()] : [];
  for (const step of steps) {
    if (step.event.type === 'TIMEOUT') continue;
    const input = part.input(step);
    if (input === null) return null;
    inputs.push(input);
  }
  return { config: setup.config, isn: part.isn, inputs, until: trace.end };
}

function beginsBlank({ initial }: TraceHost): boolean {
  return initial === 'CLOSED' || initial === 'LISTEN';
}

/** The first number of each connection that the host began itself, by the connection's name. */
function isnsOf(steps: readonly StepEntry[]): ReadonlyMap<string, number> {
  const isns = new Map<string, number>();
  for (const { conn, effects } of steps) {
    const syn = effects.find((each) => each.type === 'send' && each.seg.ctl.syn);
    if (syn?.type === 'send' && !isns.has(conn)) isns.set(conn, syn.seg.seq);
  }
  return isns;
}

/** The host's part in the words of a script; `null` if it has no part that a script can tell. */
function createPart(steps: readonly StepEntry[]) {
  const calls = steps.find(({ event }) => event.type === 'OPEN' && event.mode === 'active');
  const isClient = calls !== undefined;
  const peers = new Set(steps.flatMap(({ event }) => peerOf(event)?.address ?? []));
  if (peers.size > 1) return null;

  const isns = isnsOf(steps);
  const [first = 0] = isns.values();
  const places = [...isns.keys()];
  /** How far a connection's own numbers move, so that they are packetdrill's. */
  const shiftOf = (conn: string): number => {
    const place = places.indexOf(conn);
    return place < 0 ? 0 : first + place * ISN_STEP - (isns.get(conn) ?? 0);
  };
  const connOf = (conn: string): string => {
    if (isClient) return `${CLIENT_PORT}>${PEER}:${SERVER_PORT}`;
    const child = /\.\d+$/.exec(conn)?.[0] ?? '';
    return `${SERVER_PORT}${child}`;
  };
  const local: Endpoint = { address: HOST, port: isClient ? CLIENT_PORT : SERVER_PORT };
  const remote = (port: number): Endpoint => ({
    address: PEER,
    port: isClient ? SERVER_PORT : port,
  });
  const written = new Map<string, number>();
  const irs = new Map<number, number>();

  const segment = (seg: Segment, conn: string): Segment => {
    if (seg.ctl.syn) irs.set(seg.src.port, seg.seq);
    const from = seg.ctl.syn ? 0 : seg.seq - (irs.get(seg.src.port) ?? seg.seq) - 1;
    return {
      src: remote(seg.src.port),
      dst: local,
      seq: seg.seq,
      ack: seg.ctl.ack ? (seg.ack + shiftOf(conn)) >>> 0 : seg.ack,
      ctl: seg.ctl,
      wnd: seg.wnd,
      up: seg.up,
      data: octets(from, seg.data.length),
      options: seg.options,
    };
  };

  const call = (said: Call, conn: string): Call | null => {
    switch (said.type) {
      case 'OPEN':
        return said.mode === 'active'
          ? { type: 'OPEN', mode: 'active', local, remote: remote(SERVER_PORT) }
          : { type: 'OPEN', mode: 'passive', local };
      case 'SEND': {
        const from = written.get(conn) ?? 0;
        written.set(conn, from + said.data.length);
        // write() of the socket world always pushes.
        return { type: 'SEND', data: octets(from, said.data.length), push: true };
      }
      case 'CLOSE':
        return said.halfDuplex === true ? { type: 'CLOSE', halfDuplex: true } : { type: 'CLOSE' };
      case 'RECEIVE':
      case 'ABORT':
        return said;
      case 'STATUS':
      case 'SET':
        return null;
    }
  };

  return {
    isn: places.map((_, i) => (first + i * ISN_STEP) >>> 0),
    listen: (): Input => ({
      at: 0,
      kind: 'call',
      conn: String(SERVER_PORT),
      call: { type: 'OPEN', mode: 'passive', local },
    }),
    input({ t, conn, event }: StepEntry): Input | null {
      if (event.type === 'TIMEOUT' || event.type === 'ICMP') return null;
      if (event.type === 'SEGMENT-ARRIVES') {
        return { at: t, kind: 'segment', seg: segment(event.seg, conn) };
      }
      const said = call(event, conn);
      return said === null ? null : { at: t, kind: 'call', conn: connOf(conn), call: said };
    },
  };
}

function peerOf(event: StepEntry['event']): Endpoint | null {
  if (event.type === 'SEGMENT-ARRIVES') return event.seg.src;
  return event.type === 'OPEN' && event.mode === 'active' ? event.remote : null;
}

import type { State } from '#tcp';
import { ok, type Result } from '#wire/result.ts';
import type { Connection } from './connection.ts';
import { stateOf } from './end.ts';
import { inferConnections, nameOf } from './infer.ts';
import type { CaptureNote } from './packet.ts';
import { readCapture } from './read.ts';
import { segmentsOf } from './segments.ts';

/** What a capture tells of one connection. */
export interface ConnectionSummary {
  /** `address:port`, `[v6]:port`. `a` is the opener where that is known. */
  readonly a: string;
  readonly b: string;
  readonly openedBy: 'a' | 'b' | 'both' | 'unknown';
  /** Who sent the first FIN; both if they crossed; `null` if there is none. */
  readonly closedFirst: 'a' | 'b' | 'both' | null;
  /** The state at the connection's last segment; `null` where it cannot be known. */
  readonly stateA: State | null;
  readonly stateB: State | null;
  readonly segments: number;
  readonly retransmissions: number;
  readonly resets: number;
  readonly resetBy: 'a' | 'b' | 'both' | null;
}

/** What a capture file holds, connection by connection. */
export interface CaptureListing {
  readonly notes: readonly CaptureNote[];
  readonly connections: readonly ConnectionSummary[];
}

/** The connections of a capture file, with all that was seen of them. */
export interface CapturedConnections {
  readonly notes: readonly CaptureNote[];
  /** When the first packet was seen, ns since 1970; `null` if there is none. */
  readonly start: bigint | null;
  /** In order of their first segments. */
  readonly connections: readonly Connection[];
}

/** Finds the connections of a capture file. An error if it is no capture at all. */
export function connectionsOf(bytes: Uint8Array): Result<CapturedConnections> {
  const capture = readCapture(bytes);
  if (!capture.ok) return capture;
  const { packets, start } = capture.value;
  const { segments, notes } = segmentsOf(packets);
  return ok({
    notes: [...capture.value.notes, ...notes],
    start,
    connections: inferConnections(segments),
  });
}

/** Reads a capture file and lists its connections. An error if it is no capture at all. */
export function listCapture(bytes: Uint8Array): Result<CaptureListing> {
  const found = connectionsOf(bytes);
  if (!found.ok) return found;
  const { notes, connections } = found.value;
  return ok({ notes, connections: connections.map(summarize) });
}

/** A connection in numbers and names. */
export function summarize(connection: Connection): ConnectionSummary {
  const { a, b, openedBy, closedFirst, resetBy, observed } = connection;
  return {
    a: nameOf(a.at),
    b: nameOf(b.at),
    openedBy,
    closedFirst,
    stateA: stateOf(a, b),
    stateB: stateOf(b, a),
    segments: observed.length,
    retransmissions: observed.filter(({ sending }) => sending === 'again').length,
    resets: observed.filter(({ segment }) => segment.ctl.rst).length,
    resetBy,
  };
}

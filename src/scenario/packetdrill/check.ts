import { sameSegment, segmentLine } from './segment-line.ts';
import { isInput, returnOf } from './returns.ts';
import type { HostRecord } from '#network/replay.ts';
import type { Segment } from '#tcp';
import type { Place } from './ast.ts';
import type { Expected, PktRun } from './run.ts';

/** Something that a host did otherwise than its script says. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
}

/**
 * Holds what a host did against its script, strictly: a segment that the script does not expect is
 * a problem too, even a bare ACK. What happens after the script's last line is not looked at.
 */
export function checkPkt({ expected, run }: PktRun, record: HostRecord): readonly Problem[] {
  const problems: Problem[] = [];
  const sent = sentOf(record);
  let next = 0;
  for (const each of expected) {
    const actual = each.kind === 'segment' ? sent[next++] : undefined;
    const message = wrongWith(each, actual, record);
    if (message !== null) problems.push({ place: each.place, message });
  }
  const last = Math.max(...expected.map((each) => each.from), run.inputs.at(-1)?.at ?? 0);
  const place = expected.at(-1)?.place ?? { line: 1, column: 1 };
  for (const { t, seg } of sent.slice(next).filter((each) => each.t <= last)) {
    problems.push({ place, message: `not expected at ${t} ms: ${segmentLine(seg)}` });
  }
  return problems;
}

interface Sent {
  readonly t: number;
  readonly seg: Segment;
}

function sentOf(record: HostRecord): readonly Sent[] {
  return record.entries.flatMap(({ t, effects }) =>
    effects.flatMap((effect) => (effect.type === 'send' ? [{ t, seg: effect.seg }] : [])),
  );
}

function wrongWith(each: Expected, actual: Sent | undefined, record: HostRecord): string | null {
  switch (each.kind) {
    case 'segment': {
      const line = segmentLine(each.seg);
      const wanted = `${each.open.wnd ? line.replace(/ win \d+/, '') : line} at ${each.from} ms`;
      if (actual === undefined) return `expected ${wanted}, nothing was sent`;
      const seg = {
        ...actual.seg,
        wnd: each.open.wnd ? each.seg.wnd : actual.seg.wnd,
        options: each.open.options ? each.seg.options : actual.seg.options,
      };
      const isOnTime = each.from <= actual.t && actual.t <= each.to;
      if (isOnTime && sameSegment(each.seg, seg)) return null;
      return `expected ${wanted}, found ${segmentLine(actual.seg)} at ${actual.t} ms`;
    }
    case 'state': {
      const state = stateAfter(record, each.input, each.to);
      return state === each.state ? null : `expected ${each.state}, the state is ${state}`;
    }
    case 'call':
      return wrongReturn(each, record);
  }
}

function wrongReturn(
  { name, returns, input }: Extract<Expected, { kind: 'call' }>,
  record: HostRecord,
): string | null {
  const { errno, octets } = returnOf(name, input, record);
  const verb = name === 'read' ? 'read' : 'taken';
  if (errno !== returns.errno) {
    const wanted = returns.errno ?? 'no error';
    return `expected ${name}() to give ${wanted}, it gives ${errno ?? 'no error'}`;
  }
  if (returns.octets === null || returns.octets === octets) return null;
  return `expected ${returns.octets} octets, ${octets} were ${verb}`;
}

/** The state, at time `t`, of the connection that took an input. */
function stateAfter(record: HostRecord, input: number, t: number): string {
  const first = record.entries.find((entry) => isInput(entry, input));
  const last = record.entries.findLast(
    (entry) =>
      entry.conn === first?.conn &&
      entry.t <= t &&
      (!('input' in entry.cause) || entry.cause.input <= input),
  );
  return last?.after ?? 'CLOSED';
}

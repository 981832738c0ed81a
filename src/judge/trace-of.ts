import { eventOf, type HostEntry, type HostRecord, type HostRun } from '#network/replay.ts';
import { HOST, PEER } from '#scenario/packetdrill/sockets.ts';
import type { Segment, TcpEvent } from '#tcp';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';

/** How long a segment is drawn to be on its way, ms. The runs themselves know no link. */
const DELAY = 40;

export interface ShownRun {
  readonly trace: Trace;
  /** The number of the step entry that shows an entry of the record, by that entry's place. */
  readonly entryOf: readonly (number | undefined)[];
}

type Draft =
  | (Omit<StepEntry, 'n' | 'transit'> & { place: number; via: number | null })
  | Omit<TransitEntry, 'n' | 'name'>;

/**
 * A run as a Trace, for showing it: the script is host A and takes no steps of its own, the host
 * that was run is B. Nothing after `until` (ms) is shown.
 */
export function traceOf(run: HostRun, record: HostRecord, until: number): ShownRun {
  const drafts: Draft[] = [];
  let transits = 0;
  const fly = (seg: Segment, isOurs: boolean, sent: number, again: boolean): number => {
    const [from, to] = isOurs ? ['B', 'A'] : ['A', 'B'];
    drafts.push({
      kind: 'transit',
      t: sent,
      from,
      to,
      id: transits,
      seg,
      again,
      until: sent + DELAY,
      fate: 'delivered',
    });
    return transits++;
  };

  record.entries.forEach((entry, place) => {
    if (entry.t > until) return;
    const event = takenEvent(entry, run);
    const isSegment = event.type === 'SEGMENT-ARRIVES';
    const via = isSegment ? fly(event.seg, false, entry.t - DELAY, false) : null;
    drafts.push({ kind: 'step', ...stepOf(entry, event), place, via });
    for (const each of entry.effects) {
      if (each.type === 'send') fly(each.seg, true, entry.t, each.again);
    }
  });

  return assemble(run, drafts, until);
}

function stepOf({ t, conn, by, before, after, effects, diff }: HostEntry, event: TcpEvent) {
  return { t, host: 'B', conn, by, before, after, event, effects, diff };
}

/** Events are taken from what was put in, never from what an untrusted record says. */
function takenEvent({ cause }: HostEntry, run: HostRun): TcpEvent {
  if ('timer' in cause) return { type: 'TIMEOUT', timer: cause.timer };
  const input = run.inputs[cause.input];
  const event = input === undefined ? null : eventOf(input);
  if (event === null)
    throw new RangeError(`a record names input ${cause.input}, which is no event`);
  return event;
}

function assemble(run: HostRun, drafts: readonly Draft[], until: number): ShownRun {
  const counts = { A: 0, B: 0 };
  const entryOf: (number | undefined)[] = [];
  const entries = drafts
    .toSorted((a, b) => a.t - b.t)
    .map((draft, n): StepEntry | TransitEntry => {
      if (draft.kind === 'transit') {
        return { ...draft, n, name: `${draft.from}${++counts[draft.from as 'A' | 'B']}` };
      }
      const { place, via, ...step } = draft;
      entryOf[place] = n;
      return via === null ? { ...step, n } : { ...step, n, transit: via };
    });
  const { config } = run;
  const calls = run.inputs.some((each) => each.kind === 'call' && isActive(each.call));
  const [peer, own] = calls ? ['server', 'client'] : ['client', 'server'];
  const hosts: Trace['hosts'] = [
    { name: 'A', title: peer, address: PEER, config, initial: 'CLOSED' },
    { name: 'B', title: own, address: HOST, config, initial: 'CLOSED' },
  ];
  return { trace: { version: 1, hosts, entries, end: until + 2 * DELAY }, entryOf };
}

function isActive(call: TcpEvent): boolean {
  return call.type === 'OPEN' && call.mode === 'active';
}

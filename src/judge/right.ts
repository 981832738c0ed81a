import { replay, type HostRecord, type HostRun } from '#network/replay.ts';
import { add, type Check, type Engine, reference, segLen, type Tcb } from '#tcp';

/** No case asks so often; one that did would be answered in too many ways. */
const MOST = 32;

/**
 * What a host may do in a run: the reference's own record first. A SYN in TIME-WAIT may reopen the
 * connection, if the host is set so, and need not (RFC 9293 §3.6.1, MAY-2): each time to refuse is as
 * right. A FIN in TIME-WAIT that does not end at RCV.NXT is none that comes again. The eighth check
 * starts the wait anew with any FIN, the fifth knows only of the one that is repeated (§3.10.7.4): a
 * host does one or the other.
 */
export function rightRecords(run: HostRun): readonly HostRecord[] {
  const records: HostRecord[] = [];
  const pending: (readonly boolean[])[] = [[]];
  for (let refusals = pending.shift(); refusals; refusals = pending.shift()) {
    const { engine, asked } = refusing(refusals);
    records.push(replay(engine, run, undefined, { diffs: false }));
    if (records.length === MOST) break;
    for (let i = refusals.length; i < asked(); i++) {
      pending.push([
        ...refusals,
        ...Array.from({ length: i - refusals.length }, () => false),
        true,
      ]);
    }
  }
  return records;
}

/** The reference, refusing some of what it may take: those whose turn is `true`. */
function refusing(refusals: readonly boolean[]): { engine: Engine; asked(): number } {
  const { mayReopen } = reference.functions;
  // One SYN may be asked about twice; each event has a TCB of its own.
  const known = new WeakMap<Readonly<Tcb>, boolean>();
  let asked = 0;
  const decide = (tcb: Readonly<Tcb>): boolean => {
    const takes = known.get(tcb) ?? refusals[asked++] !== true;
    known.set(tcb, takes);
    return takes;
  };
  const functions: Engine['functions'] = {
    ...reference.functions,
    mayReopen: (tcb, seg, config) => mayReopen(tcb, seg, config) && decide(tcb),
  };
  const timeWait = reference.steps['TIME-WAIT'];
  let takesAnyFin: boolean | null = null;
  const ack: Check = (tcb, seg, act) => {
    const isOther = seg.ctl.fin && add(seg.seq, segLen(seg)) !== tcb.rcv.nxt;
    if (isOther) takesAnyFin ??= refusals[asked++] !== true;
    return isOther && takesAnyFin === false ? 'stop' : timeWait.ack(tcb, seg, act);
  };
  const steps: Engine['steps'] = { ...reference.steps, 'TIME-WAIT': { ...timeWait, ack } };
  return { engine: { ...reference, functions, steps }, asked: () => asked };
}

import { replay, type HostRecord, type HostRun } from '#network/replay.ts';
import { reference } from '#tcp';

/**
 * The runs of the reference that are right for a learner's host in `run`; the first is its own. A SYN in
 * TIME-WAIT may reopen the connection, if the host is set so, and need not (RFC 9293 §3.6.1, MAY-2): to
 * refuse it is as right.
 */
export function rightRuns(run: HostRun): readonly HostRun[] {
  if (run.config.reopen === 'never') return [run];
  return [run, { ...run, config: { ...run.config, reopen: 'never' } }];
}

/** What the reference does in each of the runs that are right. */
export function rightRecords(run: HostRun): readonly HostRecord[] {
  return rightRuns(run).map((each) => replay(reference, each, undefined, { diffs: false }));
}

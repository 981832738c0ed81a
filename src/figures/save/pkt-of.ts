import { runToPkt } from '#scenario/packetdrill/write.ts';
import type { Trace } from '#trace/trace.ts';
import { scriptRun } from './script-run.ts';

/**
 * What happened to a host of a Trace as a packetdrill script; what it expects is what the reference
 * does. `null` where no script can tell it.
 * @param header further lines of its head: `{ title: 'The last ACK is lost' }`
 */
export function pktOf(
  trace: Trace,
  host: string,
  header: Readonly<Record<string, string>> = {},
): string | null {
  const run = scriptRun(trace, host);
  if (run === null) return null;
  try {
    return runToPkt(run, header);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

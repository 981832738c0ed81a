import { annotated } from '#trace/capture/annotate.ts';
import type { CapturedConnections } from '#trace/capture/list.ts';
import { writePcapng } from '#trace/capture/write.ts';

/** The connections of several captures as one pcapng file, at their own times. Throws as `writePcapng`. */
export function mergedPcapng(captures: readonly CapturedConnections[]): Uint8Array {
  const starts = captures.flatMap(({ start }) => start ?? []);
  const first = starts.reduce((one, other) => (other < one ? other : one), starts[0] ?? 0n);
  const segments = captures.flatMap(({ start, connections }) =>
    annotated(connections, Number((start ?? first) - first) / 1e6),
  );
  return writePcapng(
    segments.toSorted((one, other) => one.t - other.t),
    first,
  );
}

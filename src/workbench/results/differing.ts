import type { Box } from '#figures/ladder/box.ts';
import type { Geometry } from '#figures/ladder/geometry.ts';
import type { Mark } from '#figures/ladder/names.ts';
import type { CaseReport } from '#judge/report.ts';
import type { Segment } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';

/** The learner's run, or the reference's. */
export type Side = 'theirs' | 'reference';

/** The host that was run; A is the script. */
const HOST = 'B';

/** The state to be framed on one side, if the states differ. */
export function differingState({ divergence }: CaseReport, side: Side): readonly Mark[] {
  if (!divergence || divergence.expected?.after === divergence.actual?.after) return [];
  const n = side === 'theirs' ? divergence.theirsAt : divergence.referenceAt;
  return n === null ? [] : [{ host: HOST, n }];
}

/** The labels to be framed on one side: of segments that the other side did not send likewise. */
export function differingLabels(
  report: CaseReport,
  side: Side,
  geometry: Geometry,
): readonly Box[] {
  const { divergence } = report;
  if (!divergence) return [];
  const others = sentAt(report[side === 'theirs' ? 'reference' : 'theirs'], divergence.t);
  const differing = new Map(
    sentAt(report[side], divergence.t)
      .map(({ id, seg }, i) => [id, partOf(seg, others[i]?.seg)] as const)
      .filter(([, part]) => part !== null),
  );
  return geometry.flights.flatMap(({ flight, boxes }) => {
    const part = differing.get(flight.id);
    // A label on two lines has its numbers on the second.
    if (part === 'numbers') return boxes.slice(-1);
    return part === 'all' ? boxes : [];
  });
}

function sentAt(trace: Trace, t: number): readonly TransitEntry[] {
  return trace.entries.filter(
    (entry): entry is TransitEntry =>
      entry.kind === 'transit' && entry.from === HOST && entry.t === t,
  );
}

/** Which part of a segment's label differs from that of another; `null` if they are alike. */
function partOf(a: Segment, b: Segment | undefined): 'all' | 'numbers' | null {
  if (b === undefined || JSON.stringify(a.ctl) !== JSON.stringify(b.ctl)) return 'all';
  return print(a) === print(b) ? null : 'numbers';
}

const print = ({ seq, ack, wnd, data, options }: Segment): string =>
  JSON.stringify([seq, ack, wnd, [...data], options]);

/** A frame around a label, turned as the label is. */
export function frameSvg({ cx, cy, hw, hh, ux, uy }: Box): string {
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  const numbers = [cx - hw, cy - hh, hw * 2, hh * 2].map((n) => n.toFixed(1));
  const [x, y, width, height] = numbers;
  const turn = `rotate(${angle.toFixed(1)} ${cx.toFixed(1)} ${cy.toFixed(1)})`;
  return `<rect class="differs" x="${x}" y="${y}" width="${width}" height="${height}" transform="${turn}"/>`;
}

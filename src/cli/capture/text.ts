import type { Connection } from '#trace/capture/connection.ts';
import { nameOf } from '#trace/capture/infer.ts';
import type { ConnectionSummary } from '#trace/capture/list.ts';
import { traceOf } from '#trace/capture/trace-of.ts';
import { traceToText } from '#trace/text.ts';

/** What is said of one file. */
export interface Listing {
  readonly file: string;
  readonly notes: readonly string[];
  readonly connections: readonly ConnectionSummary[];
}

/** The listing for people: the notes, then two or three lines for each connection. */
export function listingText({ file, notes, connections }: Listing): string {
  return [
    `${file}: ${count(connections.length, 'connection')}`,
    ...notes.map((note) => `  note: ${note}`),
    ...connections.flatMap((connection, index) => linesOf(connection, index + 1)),
  ].join('\n');
}

/** The notes as remarks; then each connection as a Trace in its text form, under one that names it. */
export function tracesText({ file, notes }: Listing, connections: readonly Connection[]): string {
  const traces = connections.map((each) => {
    const ends = `${nameOf(each.a.at)} and ${nameOf(each.b.at)}`;
    return `# ${file}: ${ends}\n${traceToText(traceOf(each))}`;
  });
  return [...notes.map((note) => `# ${file}: note: ${note}\n`), ...traces].join('\n');
}

function linesOf(connection: ConnectionSummary, number: number): readonly string[] {
  const { a, b, stateA, stateB, segments, retransmissions } = connection;
  return [
    `  ${number}. a ${a}  ${stateA ?? 'state unknown'}`,
    `     b ${b}  ${stateB ?? 'state unknown'}`,
    `     ${[
      opening(connection),
      closing(connection),
      count(segments, 'segment'),
      ...(retransmissions > 0 ? [count(retransmissions, 'retransmission')] : []),
      ...resetting(connection),
    ].join(', ')}`,
  ];
}

function opening({ openedBy }: ConnectionSummary): string {
  if (openedBy === 'unknown') return 'opened before the capture';
  return openedBy === 'both' ? 'opened by both at once' : `opened by ${openedBy}`;
}

function closing({ closedFirst }: ConnectionSummary): string {
  if (closedFirst === null) return 'no FIN';
  return closedFirst === 'both' ? 'both FINs crossed' : `first FIN from ${closedFirst}`;
}

function resetting({ resets, resetBy }: ConnectionSummary): readonly string[] {
  return resets === 0 ? [] : [`${count(resets, 'reset')} from ${resetBy}`];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

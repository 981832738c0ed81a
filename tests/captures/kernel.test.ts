/* What the reader infers from a capture of the kernel's connections is what the kernel says of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutLadder } from '#figures/ladder/layout.ts';
import { t } from '#text/en.ts';
import {
  type ConnectionSummary,
  connectionsOf,
  listCapture,
  summarize,
} from '#trace/capture/list.ts';
import { traceOf } from '#trace/capture/trace-of.ts';
import type { Trace } from '#trace/trace.ts';
import type { State } from '#tcp';
import { type CaptureOrder, playOnKernel, type Played, whyNot } from './kernel.ts';

const ORDERS: readonly CaptureOrder[] = [
  { file: 'ethernet.pcap', options: ['-i', 'lo', '-s', '0'] },
  { file: 'nanoseconds.pcap', options: ['-i', 'lo', '-s', '128', '--nano'] },
  { file: 'cooked.pcap', options: ['-i', 'any', '-s', '128', '-y', 'LINUX_SLL'] },
  { file: 'cooked2.pcap', options: ['-i', 'any', '-s', '128', '-y', 'LINUX_SLL2'] },
];

const reason = await whyNot();
const title = 'captures of the kernel' + (reason === null ? '' : ` (skipped: ${reason})`);

/** Who opened, who closed first, and what else was seen, story by story. Ends a and b are the kernel's. */
const SEEN: Readonly<Record<string, Partial<ConnectionSummary>>> = {
  open: { openedBy: 'a', closedFirst: null },
  'open over IPv6': { openedBy: 'a', closedFirst: null },
  refused: { openedBy: 'a', closedFirst: null, resets: 1, resetBy: 'b', segments: 2 },
  'data both ways': { openedBy: 'a', closedFirst: null },
  'half-closed': { openedBy: 'a', closedFirst: 'a', resets: 0 },
  'closed by the client first': { openedBy: 'a', closedFirst: 'a', resets: 0 },
  'closed by the server first': { openedBy: 'a', closedFirst: 'b', resets: 0 },
  'reset by the client': { openedBy: 'a', closedFirst: null, resets: 1, resetBy: 'a' },
  'reset by the server after a FIN': { openedBy: 'a', closedFirst: 'a', resets: 1, resetBy: 'b' },
  'closed with unread data': { openedBy: 'a', closedFirst: null, resets: 1, resetBy: 'b' },
  'a window that is shut': { openedBy: 'a', closedFirst: null },
  'kept alive': { openedBy: 'a', closedFirst: null, retransmissions: 0 },
  'connected to itself': { openedBy: 'both', closedFirst: null, retransmissions: 0 },
  'three times with the same ports': { openedBy: 'a', closedFirst: 'b' },
  'much data': { openedBy: 'a', closedFirst: 'a' },
};

describe.skipIf(reason !== null)(title, () => {
  let played: Played;
  beforeAll(() => {
    played = playOnKernel(ORDERS);
  }, 30_000);

  const connectionsOn = (place: number, story: string) => {
    const listing = listCapture(played.captures[place] ?? new Uint8Array());
    if (!listing.ok) throw new Error(listing.error.what);
    return listing.value.connections.filter(({ b }) => played.stories.get(portOf(b)) === story);
  };

  describe.each(ORDERS.map(({ file }, place) => [file, place] as const))('%s', (_file, place) => {
    it.each(Object.entries(SEEN))('%s', (story, expected) => {
      const connections = connectionsOn(place, story);
      expect(connections).toHaveLength(story.startsWith('three times') ? 3 : 1);
      for (const each of connections) expect(each).toMatchObject(expected);
      const last = connections.at(-1) as ConnectionSummary;
      expect([last.stateA, last.stateB]).toEqual([
        kernelState(played, last.a, last.b),
        kernelState(played, last.b, last.a),
      ]);
    });

    it('is drawn as ladders that end in the states of the kernel', () => {
      const found = connectionsOf(played.captures[place] ?? new Uint8Array());
      if (!found.ok) throw new Error(found.error.what);
      // Of several connections between the same sockets the kernel tells the last.
      const last = new Map(
        found.value.connections.map((connection) => {
          const { a, b } = summarize(connection);
          return [`${a} ${b}`, { a, b, ends: endsDrawn(traceOf(connection)) }];
        }),
      );
      for (const { a, b, ends } of last.values()) {
        expect(ends, `${a} ${b}`).toEqual([kernelState(played, a, b), kernelState(played, b, a)]);
      }
    });

    it('has told every story', () => {
      expect([...played.stories.values()].toSorted()).toEqual(Object.keys(SEEN).toSorted());
    });
  });
});

/** The states in which the lanes of a ladder end, from left to right. */
function endsDrawn(trace: Trace): readonly (State | null | undefined)[] {
  const { columns, lanes } = layoutLadder(trace, { width: 'wide', t });
  return columns.map(({ name }) => lanes.findLast(({ host }) => host === name)?.state);
}

/** The kernel keeps no socket in CLOSED. */
const kernelState = ({ states }: Played, local: string, remote: string): string =>
  states.get(`${local} ${remote}`) ?? 'CLOSED';

const portOf = (end: string): number => Number(end.slice(end.lastIndexOf(':') + 1));

import type { State } from '#tcp';
import type { TimedDeed } from '../model/deed.ts';
import { type HostName, PLAIN_SETUP } from '../model/setup.ts';
import { AT_A, AT_B, OPENS } from './figures.ts';
import type { Preset } from './preset.ts';

const A_CLOSES: TimedDeed = { at: 200, deed: { host: 'A', do: 'close', conn: AT_A } };
const bCloses = (at: number): TimedDeed => ({
  at,
  deed: { host: 'B', do: 'close', conn: AT_B },
});

function show(state: State, host: HostName, now: number, ...deeds: readonly TimedDeed[]): Preset {
  return {
    id: state.toLowerCase(),
    kind: 'state',
    session: { setup: PLAIN_SETUP, deeds },
    now,
    shows: { [host]: state },
  };
}

/** Each state of Figure 5, and the moment in which a host is in it. */
export const STATES_SHOWN: readonly Preset[] = [
  show('CLOSED', 'A', 0),
  show('LISTEN', 'B', 0),
  show('SYN-SENT', 'A', 20, OPENS),
  show('SYN-RECEIVED', 'B', 60, OPENS),
  show('ESTABLISHED', 'A', 120, OPENS),
  show('FIN-WAIT-1', 'A', 220, OPENS, A_CLOSES),
  show('FIN-WAIT-2', 'A', 300, OPENS, A_CLOSES),
  show('CLOSE-WAIT', 'B', 300, OPENS, A_CLOSES),
  show('CLOSING', 'A', 260, OPENS, A_CLOSES, bCloses(201)),
  show('LAST-ACK', 'B', 420, OPENS, A_CLOSES, bCloses(400)),
  show('TIME-WAIT', 'A', 500, OPENS, A_CLOSES, bCloses(400)),
];

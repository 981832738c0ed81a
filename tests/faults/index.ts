import { acceptability } from './acceptable.ts';
import { closeWaitAndClosing } from './close-wait.ts';
import { closingCalls } from './closing-calls.ts';
import { closedAndListen } from './closed-listen.ts';
import { doorstep } from './doorstep.ts';
import { established } from './established.ts';
import type { Fault } from './fault.ts';
import { finWait } from './fin-wait.ts';
import { icmpMessages } from './icmp.ts';
import { options } from './options.ts';
import { ports } from './ports.ts';
import { probes } from './probes.ts';
import { receiving } from './receiving.ts';
import { recovering } from './recovering.ts';
import { resets } from './reset.ts';
import { ring } from './ring.ts';
import { handshake } from './syn-received.ts';
import { calling } from './syn-sent.ts';
import { waiting } from './time-wait.ts';
import { retransmission } from './timers.ts';
import { sending } from './transmit.ts';
import { wire } from './wire.ts';

/** All broken engines, in the order of the course. */
export const FAULTS: readonly Fault[] = [
  ...wire,
  ...ring,
  ...acceptability,
  ...closedAndListen,
  ...handshake,
  ...calling,
  ...established,
  ...receiving,
  ...sending,
  ...retransmission,
  ...recovering,
  ...finWait,
  ...closeWaitAndClosing,
  ...resets,
  ...waiting,
  ...probes,
  ...options,
  ...icmpMessages,
  ...closingCalls,
  ...doorstep,
  ...ports,
];

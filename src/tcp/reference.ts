import { arrives } from './arrives.ts';
import * as calls from './calls.ts';
import { checks } from './checks.ts';
import type { Cells, Engine, Steps } from './engine.ts';
import { acceptable } from './planks/acceptable.ts';
import { established, send } from './planks/carry-bytes.ts';
import { closeWait, establishedFin, lastAck } from './planks/close-wait.ts';
import { closed } from './planks/closed.ts';
import { closing } from './planks/closing.ts';
import { close, closeEarly, finWait1, finWait2 } from './planks/fin-wait.ts';
import { listen } from './planks/listen.ts';
import { abort, challenge, resetClosing, resetOpen } from './planks/reset.ts';
import * as ring from './planks/ring.ts';
import { synReceived } from './planks/syn-received.ts';
import { synSent } from './planks/syn-sent.ts';
import { timeWait } from './planks/time-wait.ts';
import { retransmissionTimeout } from './retransmission.ts';

const { refuse, receive, status } = calls;

/** What every state with a TCB answers alike. */
const common = {
  OPEN: refuse('connection already exists', '3.10.1'),
  STATUS: status,
  'SEGMENT-ARRIVES': arrives,
  TIMEOUT: retransmissionTimeout,
};

/** What the states answer in which the user has closed. */
const afterClose = {
  ...common,
  SEND: refuse('connection closing', '3.10.2'),
  RECEIVE: refuse('connection closing', '3.10.3'),
  CLOSE: refuse('connection closing', '3.10.4'),
  ABORT: calls.abortQuietly,
};

const nothingThere = (rule: string) => refuse('connection does not exist', rule);

/** The table of RFC 9293 §3.10: eleven states, and what each does with each event. */
const cells: Cells = {
  CLOSED: {
    OPEN: calls.open,
    SEND: nothingThere('3.10.2'),
    RECEIVE: nothingThere('3.10.3'),
    CLOSE: nothingThere('3.10.4'),
    ABORT: nothingThere('3.10.5'),
    STATUS: nothingThere('3.10.6'),
    'SEGMENT-ARRIVES': closed,
    TIMEOUT: () => {},
  },
  LISTEN: {
    ...common,
    OPEN: calls.openListening,
    SEND: refuse('remote socket unspecified', '3.10.2'),
    RECEIVE: receive,
    CLOSE: calls.closeEarly,
    ABORT: calls.abortEarly,
    'SEGMENT-ARRIVES': listen,
  },
  'SYN-SENT': {
    ...common,
    SEND: calls.sendLater,
    RECEIVE: receive,
    CLOSE: calls.closeEarly,
    ABORT: calls.abortEarly,
    'SEGMENT-ARRIVES': synSent,
  },
  'SYN-RECEIVED': {
    ...common,
    SEND: calls.sendLater,
    RECEIVE: receive,
    CLOSE: closeEarly,
    ABORT: abort,
  },
  ESTABLISHED: { ...common, SEND: send, RECEIVE: receive, CLOSE: close, ABORT: abort },
  'FIN-WAIT-1': { ...afterClose, RECEIVE: receive, ABORT: abort },
  'FIN-WAIT-2': { ...afterClose, RECEIVE: receive, ABORT: abort },
  'CLOSE-WAIT': {
    ...common,
    SEND: send,
    RECEIVE: calls.receiveRest,
    CLOSE: closeWait.close,
    ABORT: abort,
  },
  CLOSING: afterClose,
  'LAST-ACK': afterClose,
  'TIME-WAIT': { ...afterClose, TIMEOUT: timeWait.timeout },
};

const steps: Steps = {
  'SYN-RECEIVED': synReceived,
  ESTABLISHED: { ...established, rst: resetOpen, syn: challenge, fin: establishedFin },
  'FIN-WAIT-1': { ...finWait1, rst: resetOpen, syn: challenge },
  'FIN-WAIT-2': { ...finWait2, rst: resetOpen, syn: challenge },
  'CLOSE-WAIT': {
    rst: resetOpen,
    syn: challenge,
    ack: closeWait.ack,
    text: closeWait.text,
    fin: closeWait.fin,
  },
  CLOSING: { ...closing, rst: resetClosing, syn: challenge },
  'LAST-ACK': { ...lastAck, rst: resetClosing, syn: challenge },
  'TIME-WAIT': {
    rst: resetClosing,
    syn: challenge,
    ack: timeWait.ack,
    text: timeWait.text,
    fin: timeWait.fin,
  },
};

/** The reference engine: a whole TCP, every plank ours. */
export const reference: Engine = {
  cells,
  checks,
  steps,
  functions: { ...ring, acceptable },
  learners: [],
};

import { arrives } from './arrives.ts';
import { assemble, hold } from './assemble.ts';
import * as calls from './calls.ts';
import { checks } from './checks.ts';
import { mayWait } from './delayed-ack.ts';
import type { Cells, Engine, Steps } from './engine.ts';
import { icmpArrives } from './icmp-arrives.ts';
import { optionsFor } from './options.ts';
import { acceptable } from './planks/acceptable.ts';
import { established, send, trim } from './planks/carry-bytes.ts';
import { closeWait, establishedFin, lastAck } from './planks/close-wait.ts';
import { closed } from './planks/closed.ts';
import { closing, finWait1Fin } from './planks/closing.ts';
import * as cookies from './planks/cookies.ts';
import { close, closeEarly, finWait1, finWait2 } from './planks/fin-wait.ts';
import { isn } from './planks/isn.ts';
import { parseSegment } from './planks/header.ts';
import { keepAliveTimer } from './planks/keepalive.ts';
import { listen } from './planks/listen.ts';
import * as ports from './planks/ports.ts';
import * as queues from './planks/queues.ts';
import { mayReopen } from './planks/reopen.ts';
import { abort, challenge, resetClosing, resetOpen } from './planks/reset.ts';
import * as ring from './planks/ring.ts';
import { forward } from './planks/router.ts';
import * as simultaneousOpen from './planks/simultaneous-open.ts';
import { synReceived } from './planks/syn-received.ts';
import { synSent } from './planks/syn-sent.ts';
import { timeWait } from './planks/time-wait.ts';
import { refusal } from './policy.ts';
import { openWindow } from './receive.ts';
import { measure, patience } from './rto.ts';
import { mayChallenge } from './throttle.ts';
import { expire, timeouts } from './timeouts.ts';
import { isOldDuplicate, takeTimestamp } from './timestamps.ts';
import { transmit } from './transmit.ts';
import { windowField } from './window-field.ts';

const { refuse, receive, status } = calls;

/** What every state with a TCB answers alike. */
const common = {
  OPEN: refuse('connection already exists', '3.10.1'),
  STATUS: status,
  SET: calls.set,
  'SEGMENT-ARRIVES': arrives,
  ICMP: icmpArrives,
  TIMEOUT: expire,
};

/** What the states answer in which the user has closed. */
const afterClose = {
  ...common,
  SEND: refuse('connection closing', '3.10.2'),
  RECEIVE: calls.receiveRest,
  CLOSE: calls.closeAgain,
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
    SET: nothingThere('3.9.1'),
    'SEGMENT-ARRIVES': closed,
    ICMP: () => {},
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
    ICMP: () => {},
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
    CLOSE: calls.closing(closeEarly),
    ABORT: abort,
  },
  ESTABLISHED: {
    ...common,
    SEND: send,
    RECEIVE: receive,
    CLOSE: calls.closing(close),
    ABORT: abort,
  },
  'FIN-WAIT-1': {
    ...afterClose,
    RECEIVE: receive,
    CLOSE: calls.closingAgain(close),
    ABORT: abort,
  },
  'FIN-WAIT-2': {
    ...afterClose,
    RECEIVE: receive,
    CLOSE: calls.closingAgain(close),
    ABORT: abort,
  },
  'CLOSE-WAIT': {
    ...common,
    SEND: send,
    RECEIVE: calls.receiveRest,
    CLOSE: calls.closing(closeWait.close),
    ABORT: abort,
  },
  CLOSING: afterClose,
  'LAST-ACK': afterClose,
  'TIME-WAIT': afterClose,
};

const steps: Steps = {
  'SYN-RECEIVED': synReceived,
  ESTABLISHED: { ...established, rst: resetOpen, syn: challenge, fin: establishedFin },
  'FIN-WAIT-1': { ...finWait1, rst: resetOpen, syn: challenge, fin: finWait1Fin },
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
    rst: timeWait.rst,
    syn: timeWait.syn,
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
  timeouts,
  functions: {
    ...ring,
    ...simultaneousOpen,
    ...queues,
    ...cookies,
    ...ports,
    isn,
    parseSegment,
    forward,
    acceptable,
    assemble,
    hold,
    isOldDuplicate,
    keepAliveTimer,
    mayChallenge,
    mayReopen,
    mayWait,
    measure,
    openWindow,
    optionsFor,
    patience,
    refusal,
    takeTimestamp,
    transmit,
    trim,
    windowField,
  },
  learners: [],
};

import type { Act, Handler, Verdict } from './engine.ts';
import type { Signal } from './effect.ts';
import { concat } from './receive.ts';
import { abandon } from './checks.ts';
import { isInvalidRemote } from './policy.ts';
import type { Endpoint } from './segment.ts';
import { add } from './seq.ts';
import type { Tcb } from './tcb.ts';

/** A handler for a call that the state refuses, with the RFC's error. */
export function refuse(signal: Signal, rule: string): (tcb: Tcb, event: unknown, act: Act) => void {
  return (_tcb, _event, act) => act.signal(signal, rule);
}

/** RFC 9293 §3.10.1, OPEN in CLOSED. */
export const open: Handler<'OPEN'> = (tcb, event, act) => {
  if (event.mode === 'passive') return act.become('LISTEN', '3.10.1');
  call(tcb, event.remote, act);
};

/** RFC 9293 §3.10.1, OPEN in LISTEN: an active OPEN turns the listener into a caller. */
export const openListening: Handler<'OPEN'> = (tcb, event, act) => {
  if (event.mode === 'passive') return act.signal('connection already exists', '3.10.1');
  call(tcb, event.remote, act);
};

/** Calls the remote socket: a SYN, and SYN-SENT. */
function call(tcb: Tcb, remote: Endpoint, act: Act): void {
  if (isInvalidRemote(remote.address)) return act.signal('remote socket invalid', 'MUST-46');
  tcb.remote = remote;
  tcb.openedBy = 'active';
  tcb.iss = act.isn();
  tcb.snd.una = tcb.iss;
  tcb.snd.nxt = add(tcb.iss, 1);
  act.send({ syn: true }, { seq: tcb.iss }, '3.10.1');
  act.become('SYN-SENT', '3.10.1');
}

/** RFC 9293 §3.10.2, SEND before ESTABLISHED: the octets wait. */
export const sendLater: Handler<'SEND'> = (tcb, { data }, act) => {
  if (tcb.finQueued) return act.signal('connection closing', '3.10.2');
  tcb.out = concat(tcb.out, data);
};

/** RFC 9293 §3.10.3, RECEIVE: it is served as soon as there are octets. */
export const receive: Handler<'RECEIVE'> = (tcb, { max }) => {
  tcb.receives = [...tcb.receives, max];
};

/**
 * RFC 9293 §3.10.3, RECEIVE in CLOSE-WAIT: only what is on hand. In CLOSING, LAST-ACK and TIME-WAIT the
 * RFC has but an error; text that came before the peer's FIN would be lost by that, and is handed out.
 */
export const receiveRest: Handler<'RECEIVE'> = (tcb, event, act) => {
  if (tcb.in.length === 0) return act.signal('connection closing', '3.10.3');
  receive(tcb, event, act);
};

/** Calls that still wait are told why they will not be served. */
function turnAway(tcb: Tcb, signal: Signal, rule: string, act: Act): void {
  if (tcb.receives.length > 0 || tcb.out.length > 0) act.signal(signal, rule);
}

/** RFC 9293 §3.10.4, CLOSE in LISTEN and SYN-SENT: the TCB goes, nothing is sent. */
export const closeEarly: Handler<'CLOSE'> = (tcb, _event, act) => {
  turnAway(tcb, 'connection closing', '3.10.4', act);
  act.become('CLOSED', '3.10.4');
};

/** RFC 9293 §3.10.5, ABORT in LISTEN and SYN-SENT. */
export const abortEarly: Handler<'ABORT'> = (tcb, _event, act) => {
  turnAway(tcb, 'connection reset', '3.10.5', act);
  act.become('CLOSED', '3.10.5');
};

/** RFC 9293 §3.10.5, ABORT in CLOSING, LAST-ACK and TIME-WAIT. */
export const abortQuietly: Handler<'ABORT'> = (_tcb, _event, act) => {
  act.signal('ok', '3.10.5');
  act.become('CLOSED', '3.10.5');
};

/** RFC 9293 §3.10.6, STATUS: the host shows its TCB. */
export const status: Handler<'STATUS'> = (_tcb, _event, act) => act.signal('ok', '3.10.6');

/**
 * CLOSE of a user who reads no more either (half-duplex close, MAY-1): text that was not read is lost,
 * and a reset says so (SHLD-3). Otherwise it is the plain `close` of the state.
 */
export function closing(close: Handler<'CLOSE'>): Handler<'CLOSE'> {
  return (tcb, event, act) => {
    if (event.halfDuplex === true && leave(tcb, act) === 'stop') return;
    close(tcb, event, act);
  };
}

/** CLOSE where the user has closed before: it may still say that it reads no more. Else `close` answers. */
export function closingAgain(close: Handler<'CLOSE'>): Handler<'CLOSE'> {
  return (tcb, event, act) => {
    if (event.halfDuplex === true && !tcb.readerGone) leave(tcb, act);
    else close(tcb, event, act);
  };
}

/** CLOSE in CLOSING, LAST-ACK and TIME-WAIT (RFC 9293 §3.10.4). */
export const closeAgain = closingAgain(refuse('connection closing', '3.10.4'));

function leave(tcb: Tcb, act: Act): Verdict {
  tcb.readerGone = true;
  if (tcb.in.length === 0) return 'continue';
  act.cite('MAY-1');
  abandon(tcb, act, 'SHLD-3');
  return 'stop';
}

/** The user sets options of a connection; the timers follow when the event is done with. */
export const set: Handler<'SET'> = (tcb, { settings }, act) => {
  tcb.settings = { ...tcb.settings, ...settings };
  // The timers start anew with the new times when the event is done with.
  if (settings.keepAlive !== undefined) act.disarm('KEEP-ALIVE', 'MUST-27');
  if (settings.userTimeout !== undefined) act.disarm('USER', 'MUST-21');
  if (settings.nagle === false) act.cite('MUST-17');
  act.signal('ok', '3.9.1');
  act.transmit('3.10.2');
};

import type { Cells, Check, Checks, Handler, Plank, StateSteps, Timeouts } from './engine.ts';
import type { Functions } from './functions.ts';
import type { CheckedState, State } from './state.ts';

type StepsNamed<K extends keyof StateSteps> = Readonly<Record<K, Check>>;

/**
 * The planks that can be replaced, under the names by which a lab's solution exports them; each file
 * in `planks/` has those of one lab. What is not named here is a plain function of the engine.
 */
export interface NamedPlanks {
  /** CLOSED × SEGMENT ARRIVES. */
  readonly closed: Plank;
  /** LISTEN × SEGMENT ARRIVES. */
  readonly listen: Plank;
  /** SYN-SENT × SEGMENT ARRIVES. */
  readonly synSent: Plank;
  /** All that SYN-RECEIVED adds to the checks. */
  readonly synReceived: StateSteps;
  /** ACK and text in ESTABLISHED. */
  readonly established: StepsNamed<'ack' | 'text'>;
  /** SEND in ESTABLISHED and CLOSE-WAIT. */
  readonly send: Handler<'SEND'>;
  /** CLOSE in ESTABLISHED, and again in FIN-WAIT-1 and FIN-WAIT-2. */
  readonly close: Handler<'CLOSE'>;
  /** CLOSE in SYN-RECEIVED. */
  readonly closeEarly: Handler<'CLOSE'>;
  readonly finWait1: StepsNamed<'ack' | 'text'>;
  /** The peer's FIN in FIN-WAIT-1, when ours is not acknowledged. */
  readonly finWait1Fin: Check;
  readonly finWait2: StepsNamed<'ack' | 'text' | 'fin'>;
  /** The peer's FIN in ESTABLISHED. */
  readonly establishedFin: Check;
  readonly closeWait: StepsNamed<'ack' | 'text' | 'fin'> & { readonly close: Handler<'CLOSE'> };
  readonly lastAck: StepsNamed<'ack' | 'text' | 'fin'>;
  readonly closing: StepsNamed<'ack' | 'text' | 'fin'>;
  /** The second check. */
  readonly rst: Check;
  /** A believed reset in ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2 and CLOSE-WAIT. */
  readonly resetOpen: Check;
  /** A believed reset in CLOSING and LAST-ACK. */
  readonly resetClosing: Check;
  /** A SYN on a connection that is open: in all states from ESTABLISHED to LAST-ACK. */
  readonly challenge: Check;
  /** ABORT in SYN-RECEIVED, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2 and CLOSE-WAIT. */
  readonly abort: Handler<'ABORT'>;
  readonly keepAliveTimeout: Handler<'TIMEOUT'>;
  readonly timeWait: StateSteps & { readonly timeout: Handler<'TIMEOUT'> };
  /** Any cells of the table, for what has no name of its own above. */
  readonly cells: { readonly [S in State]?: Partial<Cells[S]> };
  /** Any of the eight checks. */
  readonly checks: Partial<Checks>;
  /** What any of the timers does when it expires. */
  readonly timeouts: Partial<Timeouts>;
}

/** All that can be replaced by name. */
export type Planks = NamedPlanks & Functions;

/** The parts of an engine under construction. */
export interface Parts {
  readonly cells: { -readonly [S in State]: Cells[S] };
  readonly steps: { -readonly [S in CheckedState]: StateSteps };
  readonly checks: { -readonly [C in keyof Checks]: Check };
  readonly timeouts: { -readonly [T in keyof Timeouts]: Handler<'TIMEOUT'> };
}

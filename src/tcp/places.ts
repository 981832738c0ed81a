import { closing, closingAgain } from './calls.ts';
import type { StateSteps } from './engine.ts';
import type { NamedPlanks, Parts } from './planks.ts';
import { STATES, type CheckedState, type State } from './state.ts';

const OPEN = ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'] as const;
const CLOSED_BY_BOTH = ['CLOSING', 'LAST-ACK'] as const;

function cell(parts: Parts, state: State, to: Partial<Parts['cells'][State]>): void {
  Object.assign(parts.cells, { [state]: { ...parts.cells[state], ...to } });
}

function steps(parts: Parts, states: readonly CheckedState[], to: Partial<StateSteps>): void {
  for (const state of states) parts.steps[state] = { ...parts.steps[state], ...to };
}

/** Where each plank goes. A plank's steps take the place of those with the same name only. */
export const PLACES: {
  readonly [N in keyof NamedPlanks]: (parts: Parts, plank: NamedPlanks[N]) => void;
} = {
  closed: (parts, plank) => cell(parts, 'CLOSED', { 'SEGMENT-ARRIVES': plank }),
  listen: (parts, plank) => cell(parts, 'LISTEN', { 'SEGMENT-ARRIVES': plank }),
  synSent: (parts, plank) => cell(parts, 'SYN-SENT', { 'SEGMENT-ARRIVES': plank }),
  synReceived: (parts, plank) => steps(parts, ['SYN-RECEIVED'], plank),
  established: (parts, plank) => steps(parts, ['ESTABLISHED'], plank),
  send(parts, plank) {
    for (const state of ['ESTABLISHED', 'CLOSE-WAIT'] as const) cell(parts, state, { SEND: plank });
  },
  close(parts, plank) {
    cell(parts, 'ESTABLISHED', { CLOSE: closing(plank) });
    for (const state of ['FIN-WAIT-1', 'FIN-WAIT-2'] as const) {
      cell(parts, state, { CLOSE: closingAgain(plank) });
    }
  },
  closeEarly: (parts, plank) => cell(parts, 'SYN-RECEIVED', { CLOSE: closing(plank) }),
  finWait1: (parts, plank) => steps(parts, ['FIN-WAIT-1'], plank),
  finWait1Fin: (parts, plank) => steps(parts, ['FIN-WAIT-1'], { fin: plank }),
  finWait2: (parts, plank) => steps(parts, ['FIN-WAIT-2'], plank),
  establishedFin: (parts, plank) => steps(parts, ['ESTABLISHED'], { fin: plank }),
  closeWait(parts, { close, ...plank }) {
    cell(parts, 'CLOSE-WAIT', { CLOSE: closing(close) });
    steps(parts, ['CLOSE-WAIT'], plank);
  },
  lastAck: (parts, plank) => steps(parts, ['LAST-ACK'], plank),
  closing: (parts, plank) => steps(parts, ['CLOSING'], plank),
  rst(parts, plank) {
    parts.checks.rst = plank;
  },
  resetOpen: (parts, plank) => steps(parts, OPEN, { rst: plank }),
  resetClosing: (parts, plank) => steps(parts, CLOSED_BY_BOTH, { rst: plank }),
  challenge: (parts, plank) => steps(parts, [...OPEN, ...CLOSED_BY_BOTH], { syn: plank }),
  abort(parts, plank) {
    for (const state of ['SYN-RECEIVED', ...OPEN] as const) {
      cell(parts, state, { ABORT: plank });
    }
  },
  keepAliveTimeout(parts, plank) {
    parts.timeouts['KEEP-ALIVE'] = plank;
  },
  timeWait(parts, { timeout, ...plank }) {
    parts.timeouts['TIME-WAIT'] = timeout;
    steps(parts, ['TIME-WAIT'], plank);
  },
  cells(parts, plank) {
    for (const state of STATES) cell(parts, state, plank[state] ?? {});
  },
  checks: (parts, plank) => void Object.assign(parts.checks, plank),
  timeouts: (parts, plank) => void Object.assign(parts.timeouts, plank),
};

import type { State, Tcb } from '#tcp';
import type { Place } from '../ast.ts';
import { evaluate, namesIn, type Names } from './python.ts';
import { Mismatch, Skip } from './skip.ts';

/** Whose `struct tcp_info` a script speaks of: the numbers of the states differ. */
export type System = 'linux' | 'freebsd';

const LINUX_STATES: Readonly<Record<State, number>> = {
  ESTABLISHED: 1,
  'SYN-SENT': 2,
  'SYN-RECEIVED': 3,
  'FIN-WAIT-1': 4,
  'FIN-WAIT-2': 5,
  'TIME-WAIT': 6,
  CLOSED: 7,
  'CLOSE-WAIT': 8,
  'LAST-ACK': 9,
  LISTEN: 10,
  CLOSING: 11,
};
const FREEBSD_STATES: Readonly<Record<State, number>> = {
  CLOSED: 0,
  LISTEN: 1,
  'SYN-SENT': 2,
  'SYN-RECEIVED': 3,
  ESTABLISHED: 4,
  'CLOSE-WAIT': 5,
  'FIN-WAIT-1': 6,
  CLOSING: 7,
  'LAST-ACK': 8,
  'FIN-WAIT-2': 9,
  'TIME-WAIT': 10,
};
/** Names of states that the two systems and packetdrill use, in their own spelling. */
const SPELLINGS: Readonly<Record<string, State>> = {
  CLOSED: 'CLOSED',
  CLOSE: 'CLOSED',
  LISTEN: 'LISTEN',
  SYN_SENT: 'SYN-SENT',
  SYN_RECEIVED: 'SYN-RECEIVED',
  SYN_RECV: 'SYN-RECEIVED',
  SYN_RCVD: 'SYN-RECEIVED',
  ESTABLISHED: 'ESTABLISHED',
  CLOSE_WAIT: 'CLOSE-WAIT',
  FIN_WAIT_1: 'FIN-WAIT-1',
  FIN_WAIT1: 'FIN-WAIT-1',
  FIN_WAIT_2: 'FIN-WAIT-2',
  FIN_WAIT2: 'FIN-WAIT-2',
  CLOSING: 'CLOSING',
  LAST_ACK: 'LAST-ACK',
  TIME_WAIT: 'TIME-WAIT',
};

/** The state that a system spells `FIN_WAIT_2` or `FIN-WAIT-2`; `undefined` if it is none. */
export function stateNamed(spelling: string): State | undefined {
  return SPELLINGS[spelling.replaceAll('-', '_')];
}

const OPTIONS = {
  TCPI_OPT_TIMESTAMPS: 1,
  TCPI_OPT_SACK: 2,
  TCPI_OPT_WSCALE: 4,
  TCPI_OPT_ECN: 8,
  TCPI_OPT_ECN_SEEN: 16,
  TCPI_OPT_SYN_DATA: 32,
} as const;

/** The fields that a TCB can answer. Times in µs, as in the socket world. */
const FIELDS: Readonly<Record<string, (tcb: Readonly<Tcb>) => number>> = {
  tcpi_options: (tcb) =>
    (tcb.rcv.tsRecent === null ? 0 : OPTIONS.TCPI_OPT_TIMESTAMPS) |
    (tcb.sack ? OPTIONS.TCPI_OPT_SACK : 0) |
    (tcb.rcv.shift === null ? 0 : OPTIONS.TCPI_OPT_WSCALE),
  tcpi_rto: (tcb) => tcb.rto * 1_000,
  tcpi_rtt: (tcb) => Math.round((tcb.srtt ?? 0) * 1_000),
  tcpi_rttvar: (tcb) => Math.round(tcb.rttvar * 1_000),
  tcpi_probes: (tcb) => tcb.probes,
  tcpi_unacked: (tcb) => tcb.rtx.length,
  tcpi_snd_mss: (tcb) => tcb.snd.mss - (tcb.rcv.tsRecent === null ? 0 : 12),
  tcpi_snd_wscale: (tcb) => tcb.snd.shift,
  tcpi_rcv_wscale: (tcb) => tcb.rcv.shift ?? 0,
  tcpi_snd_wnd: (tcb) => tcb.snd.wnd,
};

/** Why a block of code cannot be answered, or `null`. */
export function codeNeeds(code: string): string | null {
  const { names, problem } = namesIn(code);
  if (problem !== null) return problem;
  const strange = names.find((name) => constantOf(name, 'linux') === null && !isField(name));
  if (strange === undefined) return null;
  return strange.startsWith('tcpi_')
    ? `the field ${strange} of TCP_INFO`
    : `the name ${strange} in code`;
}

const isField = (name: string): boolean => name === 'tcpi_state' || Object.hasOwn(FIELDS, name);

function constantOf(name: string, system: System): number | null {
  if (Object.hasOwn(OPTIONS, name)) return OPTIONS[name as keyof typeof OPTIONS];
  const state = stateNamed(/^TCP[IS]?_(\w+)$/.exec(name)?.[1] ?? '');
  return state === undefined ? null : numberOf(state, system);
}

const numberOf = (state: State, system: System): number =>
  (system === 'freebsd' ? FREEBSD_STATES : LINUX_STATES)[state];

/** Checks the assertions of a block of code. `tcb` is `null` when the connection is gone. */
export function checkCode(
  code: string,
  place: Place,
  tcb: Readonly<Tcb> | null,
  system: System,
): void {
  const names: Names = (name) => {
    const constant = constantOf(name, system);
    if (constant !== null) return constant;
    const state = tcb?.state ?? 'CLOSED';
    if (name === 'tcpi_state') return numberOf(state, system);
    const field = FIELDS[name];
    if (field === undefined) throw new Skip(place, `the name ${name} in code`);
    return tcb === null ? 0 : field(tcb);
  };
  for (const { text, holds, values } of evaluate(code, names)) {
    if (holds) continue;
    const found = Object.entries(values).map(([name, value]) =>
      name === 'tcpi_state' ? `${name} ${value} (${tcb?.state ?? 'CLOSED'})` : `${name} ${value}`,
    );
    throw new Mismatch(place, text, found.join(', ') || 'false');
  }
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Endpoint, State } from '#tcp';

/** ss's names for the states, in the RFC's spelling. */
const NAMES: Readonly<Record<string, State>> = {
  ESTAB: 'ESTABLISHED',
  'SYN-SENT': 'SYN-SENT',
  'SYN-RECV': 'SYN-RECEIVED',
  'FIN-WAIT-1': 'FIN-WAIT-1',
  'FIN-WAIT-2': 'FIN-WAIT-2',
  'TIME-WAIT': 'TIME-WAIT',
  UNCONN: 'CLOSED',
  'CLOSE-WAIT': 'CLOSE-WAIT',
  'LAST-ACK': 'LAST-ACK',
  LISTEN: 'LISTEN',
  CLOSING: 'CLOSING',
};

/** The kernel's connections in this namespace, `local peer` → state. */
export type Snapshot = ReadonlyMap<string, State>;

/** The key of a connection in a Snapshot. */
export function ssKey(local: Endpoint, peer: Endpoint): string {
  return `${spelt(local)} ${spelt(peer)}`;
}

function spelt({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Reads what `ss -tanH` printed. Throws on a state that it does not know. */
export function readSs(text: string): Snapshot {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const [name = '', , , local, peer] = line.trim().split(/\s+/);
      const state = NAMES[name];
      if (state === undefined) throw new Error(`ss printed the state ${name}: ${line}`);
      return [`${local} ${peer}`, state] as const;
    }),
  );
}

const runFile = promisify(execFile);
const run = async () => readSs((await runFile('ss', ['-tanH'])).stdout);

let latest: Promise<unknown> = Promise.resolve();
let upcoming: Promise<Snapshot> | null = null;

/** What ss says; it is started after the call. Whoever asks while it runs shares the next run. */
export function snapshot(): Promise<Snapshot> {
  upcoming ??= latest.then(() => {
    upcoming = null;
    const result = run();
    latest = result.catch(() => null);
    return result;
  });
  return upcoming;
}

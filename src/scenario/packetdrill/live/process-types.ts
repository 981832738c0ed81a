import type { Descriptor } from './descriptors.ts';
import type { Live } from './live.ts';
import type { SocketDefaults } from './socket-options.ts';
import type { System } from './tcp-info.ts';

/** What a system call gave; `'waits'` as long as it blocks. */
export type Answer =
  | {
      readonly result: number;
      readonly errno: string | null;
      /** What a read took, and which octets these should be. */
      readonly read?: { readonly data: Uint8Array; readonly from: number };
      /** What came back through a pointer. */
      readonly out?: number | string | null;
    }
  | 'waits';

/** A call that was begun: its answer, and how to ask for it again as long as it waits. */
export interface Begun {
  readonly answer: Answer;
  again(): Answer;
}

export interface ProcessOptions {
  readonly live: Live;
  readonly defaults: SocketDefaults;
  /** Our address and the peer's. */
  readonly local: string;
  readonly peer: string;
  readonly serverPort: number;
  readonly clientPort: number;
  /** Whose sockets these are. */
  readonly system: System;
  /** How the system numbers O_NONBLOCK. */
  readonly nonBlockFlag: number;
}

/** What the calls of a process share. */
export interface World extends ProcessOptions {
  readonly table: Map<number, Descriptor>;
  /** The port of the next call of ours that names none. */
  nextPort: number;
  /** The ports of lines that name none. */
  here: { readonly local: number; readonly peer: number };
  /** The connection that `%{ assert tcpi_… }%` is about. */
  underTest: string | null;
}

/** A call that has returned. */
export const done = (result: number, errno: string | null = null): Answer => ({ result, errno });

/** A call that has failed. */
export const failed = (errno: string): Answer => done(-1, errno);

/** An answer that is there at once. */
export const at = (answer: Answer): Begun => ({ answer, again: () => answer });

/** An answer that may take its time. */
export const asking = (ask: () => Answer): Begun => ({ answer: ask(), again: ask });

import type { Ctl, State } from '#tcp';

/** A place in a script, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a script cannot be read or run. The message starts with the place. */
export class PktError extends Error {
  readonly place: Place;

  constructor(place: Place, message: string) {
    super(`line ${place.line}, column ${place.column}: ${message}`);
    this.name = 'PktError';
    this.place = place;
  }
}

/** When a line happens, in ms: `0.1`, `+0.1`, `0.1~0.2`, `+0.1~+0.2`, `*`. */
export type When =
  | { readonly kind: 'at'; readonly ms: number }
  | { readonly kind: 'after'; readonly ms: number }
  | {
      readonly kind: 'between';
      readonly from: number;
      readonly to: number;
      readonly relative: boolean;
    }
  | { readonly kind: 'any' };

/** An argument or a result of a system call; `...` stands for whatever the call needs there. */
export type Value =
  | { readonly kind: 'any' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Value>> };

export interface CallLine {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Value[];
  readonly result: Value;
  /** `EINPROGRESS` and the like, when the call fails. */
  readonly errno: string | null;
}

export interface PacketLine {
  readonly kind: 'packet';
  /** `in` for `<`, a segment made by the script; `out` for `>`, one expected of the host. */
  readonly direction: 'in' | 'out';
  /** Source and destination port, if the line names them. */
  readonly ports: { readonly src: number; readonly dst: number } | null;
  readonly ctl: Ctl;
  readonly seq: number;
  readonly length: number;
  readonly ack: number | null;
  readonly win: number | null;
  readonly urg: number | null;
  /** `any` for `<...>`. */
  readonly options: { readonly mss?: number } | 'any';
}

/** `%{ assert state == "SYN-RECEIVED" }%`, or `state(40001)` for the connection of that peer port. */
export interface AssertLine {
  readonly kind: 'assert';
  readonly state: State;
  readonly port: number | null;
}

export type Line = { readonly place: Place; readonly when: When } & (
  CallLine | PacketLine | AssertLine
);

/** A script as it was read. */
export interface Script {
  readonly lines: readonly Line[];
  /** The comments `// word: text` above the first line. */
  readonly header: Readonly<Record<string, string>>;
}

import type { Ctl, Options, State } from '#tcp';

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
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Value>> }
  /** `htons(8080)`, `inet_addr("192.0.2.1")` */
  | { readonly kind: 'made'; readonly by: string; readonly of: Value };

export interface CallLine {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Value[];
  readonly result: Value;
  /** `EINPROGRESS` and the like, when the call fails. */
  readonly errno: string | null;
  /** When a call that blocks returns, in ms as its line's time: `0.1...0.2 read(…)`. */
  readonly until: number | null;
}

/** TCP options of a line, and the names of those that the engine does not have. */
export interface LineOptions extends Options {
  readonly others?: readonly string[];
}

export interface PacketLine {
  readonly kind: 'packet';
  /** `in` for `<`, a segment made by the script; `out` for `>`, one expected of the host. */
  readonly direction: 'in' | 'out';
  /** Source and destination port, if the line names them. */
  readonly ports: { readonly src: number; readonly dst: number } | null;
  readonly ctl: Ctl;
  readonly seq: number;
  /** `5!:5!(0)` is a number on the wire, `...(0)` any number. */
  readonly seqIs: 'counted' | 'absolute' | 'any';
  readonly length: number;
  readonly ack: number | null;
  /** `ack 5!` is a number on the wire. */
  readonly ackIs: 'counted' | 'absolute';
  readonly win: number | null;
  readonly urg: number | null;
  /** `any` for `<...>`. */
  readonly options: LineOptions | 'any';
  /** What the line wants that this TCP does not have: `ECN`, `TCP Fast Open`. */
  readonly needs: readonly string[];
}

/** `< icmp unreachable port_unreachable [1:1461(1460)]` */
export interface IcmpLine {
  readonly kind: 'icmp';
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly code: string | null;
  readonly mtu: number | null;
  /** The first number of the segment that the message quotes. */
  readonly seq: number;
}

/** `%{ assert state == "SYN-RECEIVED" }%`, or `state(40001)` for the connection of that peer port. */
export interface AssertLine {
  readonly kind: 'assert';
  readonly state: State;
  readonly port: number | null;
}

/** Any other `%{ … }%`: packetdrill runs it as Python. */
export interface CodeLine {
  readonly kind: 'code';
  readonly code: string;
}

/** A shell command between backticks. */
export interface CommandLine {
  readonly kind: 'command';
  readonly command: string;
}

export type Line = { readonly place: Place; readonly when: When } & (
  CallLine | PacketLine | IcmpLine | AssertLine | CodeLine | CommandLine
);

/** `--tolerance_usecs=75000` above the first line; `value` is `null` for a bare `--debug`. */
export interface ScriptOption {
  readonly place: Place;
  readonly name: string;
  readonly value: string | null;
}

/** A script as it was read. */
export interface Script {
  readonly lines: readonly Line[];
  /** The comments `// word: text` above the first line. */
  readonly header: Readonly<Record<string, string>>;
  readonly options: readonly ScriptOption[];
}

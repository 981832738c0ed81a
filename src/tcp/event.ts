import type { IcmpError } from './icmp.ts';
import type { Endpoint, Segment, Seq } from './segment.ts';
import type { Settings, Timer } from './tcb.ts';

/** The user calls of RFC 9293 §3.10.1 to §3.10.6, and SET: §3.9.1 leaves open how a user sets options. */
export type Call =
  | { readonly type: 'OPEN'; readonly mode: 'passive'; readonly local: Endpoint }
  | {
      readonly type: 'OPEN';
      readonly mode: 'active';
      readonly local: Endpoint;
      readonly remote: Endpoint;
    }
  | { readonly type: 'SEND'; readonly data: Uint8Array; readonly push?: boolean }
  | { readonly type: 'RECEIVE'; readonly max: number }
  | {
      readonly type: 'CLOSE';
      /** The user reads no more either: the half-duplex close of MAY-1, `close()` of the socket world. */
      readonly halfDuplex?: boolean;
    }
  | { readonly type: 'ABORT' }
  | { readonly type: 'STATUS' }
  | { readonly type: 'SET'; readonly settings: Partial<Settings> };

/** All that can happen to a connection: a user call, a segment, an ICMP message, a timer that expires. */
export type TcpEvent =
  | Call
  | { readonly type: 'SEGMENT-ARRIVES'; readonly seg: Segment }
  | {
      readonly type: 'ICMP';
      readonly error: IcmpError;
      /** SEG.SEQ of the segment that the message quotes. */
      readonly seq: Seq;
      /** With "fragmentation needed": the MTU of the link that was too small, octets. */
      readonly mtu?: number;
    }
  | { readonly type: 'TIMEOUT'; readonly timer: Timer };

export const EVENT_TYPES = [
  'OPEN',
  'SEND',
  'RECEIVE',
  'CLOSE',
  'ABORT',
  'STATUS',
  'SET',
  'SEGMENT-ARRIVES',
  'ICMP',
  'TIMEOUT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The one event of the type `T`. */
export type EventOf<T extends EventType> = Extract<TcpEvent, { type: T }>;

import type { Endpoint, Segment } from './segment.ts';
import type { Timer } from './tcb.ts';

/** The user calls of RFC 9293 §3.10.1 to §3.10.6. */
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
  | { readonly type: 'CLOSE' }
  | { readonly type: 'ABORT' }
  | { readonly type: 'STATUS' };

/** All that can happen to a connection: a user call, a segment that arrives, a timer that expires. */
export type TcpEvent =
  | Call
  | { readonly type: 'SEGMENT-ARRIVES'; readonly seg: Segment }
  | { readonly type: 'TIMEOUT'; readonly timer: Timer };

export const EVENT_TYPES = [
  'OPEN',
  'SEND',
  'RECEIVE',
  'CLOSE',
  'ABORT',
  'STATUS',
  'SEGMENT-ARRIVES',
  'TIMEOUT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The one event of the type `T`. */
export type EventOf<T extends EventType> = Extract<TcpEvent, { type: T }>;

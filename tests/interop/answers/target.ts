import type { Endpoint, Segment, State } from '#tcp';

/** A TCP that is asked how it answers: the kernel, or the engine. We are its peer. */
export interface Target {
  readonly local: Endpoint;
  readonly peer: Endpoint;
  /** What its program does. */
  listen(): Promise<void>;
  connect(): void;
  /** Ends its direction, once the connection is there. */
  finish(): Promise<void>;
  /** Hands it a segment of ours. */
  give(seg: Segment): void;
  /** All that it has sent to us. */
  sent(): readonly Segment[];
  /** Lets it work off what it was given: also an ACK that it delays. */
  settle(): Promise<void>;
  state(): Promise<State>;
  end(): void;
}

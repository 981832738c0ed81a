/** What is odd about an event, as places in the lists of `tables.ts`. All 0: nothing is. */
export interface Odd {
  /** Which peer: 0 is the one that the way has led to the state. */
  readonly who: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
  readonly bits: number;
  readonly gap: number;
  /** Which timestamp, if the connection has them. */
  readonly stamp: number;
}

export const PLAIN: Odd = {
  who: 0,
  seq: 0,
  ack: 0,
  length: 0,
  window: 0,
  bits: 0,
  gap: 0,
  stamp: 0,
};

/**
 * A plank asked for something that no TCP can do: a sequence number that is none, a state outside
 * the eleven, an endless stream of segments. The message is for whoever wrote the plank.
 */
export class PlankError extends Error {
  override readonly name = 'PlankError';
}

/** Thrown when a world is set up, or asked for something, that cannot be; the message says what. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

import type { Run } from '#sandbox/sandbox.ts';

/** A run as a text: two runs with the same text are the same. */
export function keyOf(run: Run): string {
  return JSON.stringify('call' in run ? run : [run.isn, run.inputs, run.until], octetsAsText);
}

function octetsAsText(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? value.join() : value;
}

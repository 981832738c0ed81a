import { SandboxError } from './sandbox.ts';
import { cut, describeError } from './show.ts';

/**
 * What a sandbox said when it was to load a program, as the error to throw; `null` if it loaded.
 * The answer comes out of a realm in which the learner's code has run, so nothing in it is believed.
 */
export function loadFailure(outcome: unknown): SandboxError | null {
  const { kind, message, stack, lab } = fieldsOf(outcome);
  if (kind === 'loaded') return null;
  const fault = kind === 'threw' ? 'threw' : 'nonsense';
  const from = typeof lab === 'string' ? cut(lab) : null;
  return new SandboxError(fault, textOf(message), textOf(stack), from);
}

/** What it means that a call into a sandbox was rejected: the learner's code has spoilt its realm. */
export function spoilt(error: unknown): SandboxError {
  if (error instanceof SandboxError) return error;
  const { message, stack } = describeError(error);
  return new SandboxError('threw', message, stack);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cut(value) : '';
}

import { SandboxError } from '#sandbox/sandbox.ts';
import { stopFrom } from './batch.ts';
import type { Verdict } from './report.ts';
import { Overrun } from './session.ts';

/** Why a program could not be loaded. */
export interface LoadFailure {
  readonly verdict: Verdict;
  readonly message: string;
  readonly stack: string;
}

/** The program did not load, so nothing was run. Other errors are ours, and are thrown on. */
export function loadFailure(error: unknown): LoadFailure {
  if (error instanceof Overrun) return { verdict: 'did not return', message: '', stack: '' };
  if (!(error instanceof SandboxError)) throw error;
  const verdict =
    error.fault === 'nonsense' ? 'returned nonsense' : stopFrom(error, null, null).verdict;
  const where = error.lab === null ? '' : `in your plank of the lab ${error.lab}: `;
  return { verdict, message: `${where}${error.message}`, stack: error.trace };
}

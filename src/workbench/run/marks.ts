/** Marks for measuring how long a learner waits for a verdict. */
export const PRESSED = 'bench:pressed';
export const COMPILED = 'bench:compiled';
export const VERDICT = 'bench:verdict';

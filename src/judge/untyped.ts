/** What the compiler says where a list or a variable began empty and was given no type. */
const EMPTY = /\btype 'never'|is not assignable to type '(?:null|undefined)'/;
/** What it says of the same variable afterwards. */
const AFTER = /is possibly '(?:null|undefined)'/;

/**
 * The complaints that stop a run. Who writes plain JavaScript begins with `const queue = []` or
 * `let best = null`. Without `noImplicitAny` TypeScript takes that for a list of nothing, or for
 * nothing ever, and refuses what is put into it later. That is no mistake of the program; the
 * tests will tell.
 */
export function seriousOf<Complaint extends { readonly message: string }>(
  complaints: readonly Complaint[],
): readonly Complaint[] {
  const serious = complaints.filter(({ message }) => !EMPTY.test(message));
  if (serious.length === complaints.length) return complaints;
  return serious.filter(({ message }) => !AFTER.test(message));
}

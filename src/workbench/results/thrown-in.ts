/** A line of a stack, as Chromium and Node (`at f (file:1:2)`) or Firefox (`f@file:1:2`) write it. */
const FRAME = /^\s*(?:at\s+)?(?:(?<name>[^\s@(]+)\s*(?:\(|@))?(?<file>[^()@]+?):\d+:\d+\)?$/;

/**
 * The functions of the learner's that were at work when something was thrown, the innermost first;
 * empty if the stack does not tell. The stack ends in the engine, which lies in another file.
 */
export function thrownIn(stack: string): readonly string[] {
  const frames = stack.split('\n').flatMap((line) => {
    const found = FRAME.exec(line)?.groups;
    return found ? [found] : [];
  });
  const engine = frames.at(-1)?.['file'];
  const names = frames
    .filter((frame) => frame['file'] !== engine)
    .map((frame) => (frame['name'] ?? '').replace(/^exports\./, ''));
  return names.filter((name, i) => /^[\w$.]+$/.test(name) && names[i - 1] !== name).slice(0, 3);
}

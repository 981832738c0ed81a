/** A line that expects something: a segment from the host, or a state. */
const EXPECTS = /^\s*(?:\*|\+?[\d.]+(?:~\+?[\d.]+)?)\s*(?:>|%\{)/;
/** What the suite says of a script, above its first line. */
const HEADER = /^\/\/ \w+: /;
const RELATIVE = /^\+(\d*\.?\d+)(?=[\s~])/;

/**
 * A case's script without what the plank should do: what is left are the inputs, for a learner to
 * change. Time that passed in the lines left out is added to the next one that counts from them.
 */
export function inputsOnly(pkt: string): string {
  const kept: string[] = [];
  let skipped = 0;
  for (const line of pkt.split('\n')) {
    if (HEADER.test(line)) continue;
    const after = Number(RELATIVE.exec(line)?.[1] ?? 0);
    if (EXPECTS.test(line)) {
      skipped = line.startsWith('+') ? skipped + after : 0;
      continue;
    }
    const shifted = skipped > 0 && RELATIVE.test(line);
    kept.push(shifted ? line.replace(RELATIVE, `+${String(seconds(after + skipped))}`) : line);
    if (/^[\d+*]/.test(line)) skipped = 0;
  }
  return `${kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Whole microseconds: 0.1 + 0.2 is 0.3. */
const seconds = (time: number) => Math.round(time * 1e6) / 1e6;

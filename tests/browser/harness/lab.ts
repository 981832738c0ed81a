import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../labs/listen');

/** The lab's own files. */
export const starter = readFileSync(join(folder, 'starter.ts'), 'utf8');
export const solution = readFileSync(join(folder, 'solution.ts'), 'utf8');

/** A plank whose body is the given lines: well typed, and wrong. */
export function plank(body: string): string {
  return `import { type Plank } from 'tcp';\n\nexport const listen: Plank = (tcb, seg, act) => {\n${body}\n};\n`;
}

/** Requests that fetch anything of the editor. */
export function editorRequests(requests: readonly string[]): readonly string[] {
  return requests.filter((url) => /monaco|ts[.]worker|editor[.]worker|tsMode|codicon/i.test(url));
}

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { filesBelow } from '../files.ts';

/**
 * The scripts at `path`: the file itself, or every `.pkt` below the folder, sorted.
 * @throws CliError if there is nothing to play
 */
export function scriptsAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new CliError(`There is no file or folder ${path}.`, 2);
  if (!found.isDirectory()) return [path];
  const scripts = filesBelow(resolve(path)).filter((file) => file.endsWith('.pkt'));
  if (scripts.length === 0) throw new CliError(`There is no .pkt file below ${path}.`, 2);
  return scripts.map((file) => join(path, file));
}

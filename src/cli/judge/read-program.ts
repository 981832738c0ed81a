import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CompileError } from '#judge/compile/compile.ts';

/** A plank has a few hundred lines at most. */
const MAX_OCTETS = 1_000_000;

/** A file as text; what is wrong with it; or why it cannot be read. */
export type ProgramFile = { readonly text: string } | CompileError | { readonly why: string };

/** Reads a program; `-` is the standard input. Never more than what a program may have. */
export async function readProgram(file: string): Promise<ProgramFile> {
  let octets: Uint8Array;
  try {
    octets = file === '-' ? await readSome(process.stdin) : await readSome(openFile(file));
  } catch (error) {
    return { why: reasonOf(error) };
  }
  if (octets.length > MAX_OCTETS) return wrong('the file is larger than 1 MB: it is no plank');
  try {
    // A byte order mark is left out.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(octets) };
  } catch {
    return wrong('the file is no text in UTF-8');
  }
}

function openFile(file: string): AsyncIterable<Uint8Array> {
  const path = resolve(startFolder(), file);
  if (statSync(path).isDirectory()) {
    throw new Error('it is a folder: name the files in it that are to be judged');
  }
  return createReadStream(path, { end: MAX_OCTETS });
}

async function readSome(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    parts.push(part);
    length += part.length;
    if (length > MAX_OCTETS) break;
  }
  return Buffer.concat(parts);
}

/** Where the files' names count from: npm starts a command in the project, wherever it was called. */
function startFolder(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === 'judge' && INIT_CWD ? INIT_CWD : process.cwd();
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'it may not be read: change its permissions';
    default:
      return message;
  }
}

function wrong(message: string): CompileError {
  return { line: 1, column: 1, message };
}

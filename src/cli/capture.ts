/*
 * npm run capture -- [--json] FILE…
 * Lists the connections of capture files (pcap, pcapng): who opened, who closed first, and in which
 * state each end was at last, as far as a listener on the wire can know.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listCapture } from '#trace/capture/list.ts';
import { type Listing, listingText } from './capture/text.ts';
import { CliError, run } from './cli-error.ts';

/** The file's bytes, or why there are none, in words. */
function bytesOf(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const words: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EACCES: 'it may not be read',
      EISDIR: 'it is a folder',
    };
    return words[code] ?? code;
  }
}

/** Lists a file; one that cannot be read is named on the error stream, and in its notes. */
function list(file: string): { readonly listing: Listing; readonly failed: boolean } {
  const bytes = bytesOf(file);
  const read = typeof bytes === 'string' ? bytes : listCapture(bytes);
  if (typeof read === 'string' || !read.ok) {
    const why = typeof read === 'string' ? read : read.error.what;
    console.error(`${file} cannot be read: ${why}.`);
    return { listing: { file, notes: [`cannot be read: ${why}`], connections: [] }, failed: true };
  }
  const notes = read.value.notes.map(({ what, at }) => `${what} (at octet ${at})`);
  return { listing: { file, notes, connections: read.value.connections }, failed: false };
}

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    throw new CliError('Name a capture file: npm run capture -- [--json] FILE…', 2);
  }
  const all = positionals.map(list);
  if (values.json) {
    console.log(
      JSON.stringify(
        all.map(({ listing }) => listing),
        null,
        2,
      ),
    );
  } else {
    for (const { listing, failed } of all) if (!failed) console.log(listingText(listing));
  }
  return all.some(({ failed }) => failed) ? 1 : 0;
});

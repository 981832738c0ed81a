/*
 * npm run capture -- [--json | --text] [--pcapng OUT] FILE…
 * Lists the connections of capture files (pcap, pcapng): who opened, who closed first, and in which
 * state each end was at last, as far as a listener on the wire can know. As words, as JSON, or each
 * connection as a Trace in its text form. --pcapng writes them to one more file, each packet with a
 * comment that has the states.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CapturedConnections, connectionsOf, summarize } from '#trace/capture/list.ts';
import { mergedPcapng } from './capture/merge.ts';
import { type Listing, listingText, tracesText } from './capture/text.ts';
import { CliError, run } from './cli-error.ts';

const USAGE = 'npm run capture -- [--json | --text] [--pcapng OUT] FILE…';

/** A file's connections, or why there are none, in words. */
interface Reading {
  readonly file: string;
  readonly found: CapturedConnections | null;
  readonly listing: Listing;
}

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
      ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
    };
    return words[code] ?? code;
  }
}

/** Reads a file; one that cannot be read is named on the error stream, and in its notes. */
function read(file: string): Reading {
  const bytes = bytesOf(file);
  const found = typeof bytes === 'string' ? bytes : connectionsOf(bytes);
  if (typeof found === 'string' || !found.ok) {
    const why = typeof found === 'string' ? found : found.error.what;
    console.error(`${file} cannot be read: ${why}.`);
    const notes = [`cannot be read: ${why}`];
    return { file, found: null, listing: { file, notes, connections: [] } };
  }
  const notes = found.value.notes.map(({ what, at }) => `${what} (at octet ${at})`);
  const connections = found.value.connections.map(summarize);
  return { file, found: found.value, listing: { file, notes, connections } };
}

function write(out: string, all: readonly Reading[]): void {
  const found = all.flatMap((each) => each.found ?? []);
  try {
    writeFileSync(out, mergedPcapng(found));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(`${out} cannot be written: ${why}`, 1);
  }
}

await run(async () => {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      pcapng: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CliError(`Name a capture file: ${USAGE}`, 2);
  if (values.json && values.text) throw new CliError(`Either --json or --text: ${USAGE}`, 2);

  const all = positionals.map(read);
  if (values.json) {
    const listings = all.map(({ listing }) => listing);
    console.log(JSON.stringify(listings, null, 2));
  } else {
    for (const { found, listing } of all) {
      if (found === null) continue;
      console.log(values.text ? tracesText(listing, found.connections) : listingText(listing));
    }
  }
  if (values.pcapng !== undefined) write(values.pcapng, all);
  return all.some(({ found }) => found === null) ? 1 : 0;
});

import { plainValue } from '#sandbox/value.ts';
import { RFC9293 } from '#tcp';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { FIGURE_6, originOf, pktToRun } from '#scenario/packetdrill/run.ts';
import type { Origin } from '#scenario/packetdrill/numbers.ts';
import type { CaseSource, Suite, SuiteCase, SuiteSource } from './suite.ts';

/**
 * Where each script's numbers begin, in turn: as in Figure 6 of RFC 9293, at the end of the ring,
 * and at its middle, where signed arithmetic breaks.
 */
export const ORIGINS: readonly Origin[] = [
  FIGURE_6,
  { ours: 0xffffffff, peer: 0xffffffff },
  { ours: 0x7fffffff, peer: 0x7fffffff },
];

/**
 * Makes a suite out of its files.
 * @throws PktError where a script cannot be read, PlankError where an argument is no plain data
 */
export function openSuite({ cases, ...source }: SuiteSource): Suite {
  return { ...source, config: RFC9293, cases: cases.map(openCase) };
}

function openCase(source: CaseSource): SuiteCase {
  const { id, group } = source;
  if (!('pkt' in source)) {
    const { call, rfc } = source;
    const args = source.args.map((list) =>
      [...list].map((each) => plainValue(`an argument in ${id}`, each)),
    );
    return { id, group, pkt: '', rfc, runs: [{ call, args }] };
  }
  const { pkt } = source;
  const script = parsePkt(pkt);
  // A script may need another place as well, which its header names.
  const own = script.header.isn === undefined ? [] : [originOf(script)];
  const runs = [...ORIGINS, ...own].map((origin) => pktToRun(script, { origin }).run);
  return { id, group, pkt, rfc: script.header.rfc ?? '', runs };
}

import { inputsOnly } from './inputs-only.ts';

const scripts = import.meta.glob<string>('/labs/*/suite/visible/*.pkt', {
  query: '?raw',
  import: 'default',
});

/** A listener, somebody who calls, and ten octets: for a lab that has no script to begin with. */
const PLAIN = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0

0.1 < S 0:0(0) win 65535 <mss 1460>
0.2 < . 1:1(0) ack 1 win 65535
0.3 < P. 1:11(10) ack 1 win 65535
`;

/** The ids of a lab's scripts among `ids`, in the same order. */
export function exampleIds(lab: string, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => `/labs/${lab}/suite/visible/${id}.pkt` in scripts);
}

/** What is put in by one of a lab's visible scripts. Rejects if it cannot be fetched. */
export async function example(lab: string, id: string): Promise<string> {
  const load = scripts[`/labs/${lab}/suite/visible/${id}.pkt`];
  return load ? inputsOnly(await load()) : PLAIN;
}

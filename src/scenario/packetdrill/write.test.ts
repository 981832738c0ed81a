import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HostRun } from '#network/replay.ts';
import { RFC9293 } from '#tcp';
import { octets } from './octets.ts';
import { parsePkt } from './parse.ts';
import { FIGURE_6, pktToRun } from './run.ts';
import { HOST, PEER } from './sockets.ts';
import { runToPkt } from './write.ts';

const LABS = new URL('../../../labs/', import.meta.url);
const ORIGINS = [
  FIGURE_6,
  { ours: 0xffffffff, peer: 0xffffffff },
  { ours: 0x7fffffff, peer: 0x7fffffff },
];

const scripts = readdirSync(LABS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.pkt'),
);

/** The numbers that are prepared and never drawn say nothing about a run. */
const inputsOf = ({ isn, ...run }: HostRun) => ({ ...run, isn: isn[0] });

describe('a run as a script', () => {
  it.each(scripts)('reads back as the same run: %s', (name) => {
    const script = parsePkt(readFileSync(new URL(name, LABS), 'utf8'));
    for (const origin of ORIGINS) {
      const { run } = pktToRun(script, { origin });
      const again = pktToRun(parsePkt(runToPkt(run))).run;
      expect(inputsOf(again)).toEqual(inputsOf(run));
    }
  });

  it('is written as a person would write it', () => {
    const pkt = `// rfc: 3.5
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
0.1 < S 0:0(0) win 65535 <mss 1460>
+0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
+0 %{ assert state == "SYN-RECEIVED" }%
0.2 < . 1:1(0) ack 1 win 65535
+0 %{ assert state == "ESTABLISHED" }%
0.3 accept(3, ..., ...) = 4
+0 write(4, ..., 10) = 10
+0 > P. 1:11(10) ack 1 win 65535
`;
    expect(runToPkt(pktToRun(parsePkt(pkt)).run, { rfc: '3.5' })).toBe(pkt);
  });

  it('says where its numbers begin, if that is unusual', () => {
    const { run } = pktToRun(parsePkt('0.1 < S 0:0(0) win 0'), {
      origin: { ours: 7, peer: 4_294_967_295 },
    });
    expect(runToPkt(run)).toMatch(/^\/\/ isn: 7, peer 4294967295\n0\.1 < S 0:0\(0\) win 0\n/);
  });

  it('lasts as long as the run', () => {
    const { run } = pktToRun(parsePkt('0.1 < R 0:0(0)'));
    const pkt = runToPkt({ ...run, until: 5_000 });
    expect(pkt.trimEnd().split('\n').at(-1)).toBe('5 %{ assert state == "CLOSED" }%');
    expect(pktToRun(parsePkt(pkt)).run.until).toBe(5_000);
  });

  it('is refused where no script can say what happens', () => {
    const run = (inputs: HostRun['inputs']): HostRun => ({
      config: RFC9293,
      isn: [300],
      inputs,
      until: 0,
    });
    const local = { address: HOST, port: 8080 };
    const open = { at: 0, kind: 'call', conn: '8080' } as const;
    expect(() =>
      runToPkt(
        run([
          { ...open, call: { type: 'OPEN', mode: 'passive', local } },
          { ...open, call: { type: 'STATUS' } },
        ]),
      ),
    ).toThrow('no line of a script is the call STATUS');
    const seg = {
      ...{ src: { address: PEER, port: 40_001 }, dst: local, seq: 5, ack: 0, wnd: 0, up: 0 },
      ctl: {
        cwr: false,
        ece: false,
        urg: false,
        ack: false,
        psh: false,
        rst: false,
        syn: true,
        fin: false,
      },
      options: {},
    };
    // Octets of a SYN count from 0.
    expect(() =>
      runToPkt(run([{ at: 0, kind: 'segment', seg: { ...seg, data: octets(7, 3) } }])),
    ).toThrow('no script reads back as this run');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTrace } from './fixtures.ts';
import { traceFromJson, TraceJsonError, traceToJson } from './json.ts';
import { TraceTextError, traceFromText, traceToText } from './text.ts';
import { ctl, NO_DATA, RFC9293 } from '#tcp';
import type { Trace } from './trace.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

const src = { address: '10.77.0.1', port: 40_001 };
const dst = { address: '10.77.0.2', port: 8001 };
const syn = {
  ...{ src, dst, seq: 100, ack: 0, ctl: ctl({ syn: true }), wnd: 65_535, up: 0 },
  ...{ data: NO_DATA, options: { mss: 1460 } },
};
const call: Trace = {
  version: 1,
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', config: null, initial: 'CLOSED' },
    { name: 'B', title: 'server', address: '10.77.0.2', config: null, initial: null },
  ],
  entries: [
    {
      ...{ kind: 'step', n: 0, t: 0, host: 'A', conn: '40001', by: 'reference' },
      ...{ before: 'CLOSED', after: 'SYN-SENT' },
      event: { type: 'OPEN', mode: 'active', local: src, remote: dst },
      effects: [
        { type: 'send', seg: syn, again: false, rule: '3.10.1' },
        { type: 'timer', timer: 'RETRANSMISSION', at: 1000, rule: 'RFC6298/5.1' },
      ],
      diff: { 'snd.nxt': [0, 101] },
    },
    {
      ...{ kind: 'transit', n: 1, t: 0, from: 'A', to: 'B', id: 0, name: 'A1', seg: syn },
      ...{ again: false, until: 40, fate: 'delivered' },
    },
    {
      ...{ kind: 'seen', n: 2, t: 40, host: 'B', conn: '8001>10.77.0.1:40001' },
      ...{ before: null, after: 'SYN-RECEIVED', transit: 0 },
    },
  ],
  end: 40,
};

const LINES = `trace 1
host A client 10.77.0.1 CLOSED unknown
host B server 10.77.0.2 ? unknown
     0 step A 40001 CLOSED -> SYN-SENT OPEN mode="active" local=@10.77.0.1:40001 remote=@10.77.0.2:8001 ; send A1 [3.10.1] ; timer RETRANSMISSION 1000 [RFC6298/5.1] | snd.nxt 0 -> 101
     0 transit A1 A > B SYN 10.77.0.1:40001 > 10.77.0.2:8001 seq=100 wnd=65535 mss=1460 delivered 40
    40 seen B 8001>10.77.0.1:40001 ? -> SYN-RECEIVED via A1
end 40
`;

describe('a Trace as text', () => {
  it('has a line for each entry', () => {
    expect(traceToText(call)).toBe(LINES);
  });

  it('is the Trace again when it is read', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        const text = traceToText(trace);
        expect(text.split('\n')).toHaveLength(trace.hosts.length + trace.entries.length + 3);
        expect(traceFromText(text)).toEqual(trace);
        expect(traceToText(traceFromText(text))).toBe(text);
      }),
      runs,
    );
  });

  it('may have empty lines and remarks', () => {
    expect(
      traceFromText(`# a call\n\n${LINES.replace('trace 1\n', 'trace 1\n  # hosts\n')}`),
    ).toEqual(call);
  });

  it('keeps the settings of hosts', () => {
    const [a, b] = call.hosts.map((host) => ({ ...host, config: RFC9293 }));
    const trace = { ...call, hosts: [a, b] } as Trace;
    expect(traceFromText(traceToText(trace))).toEqual(trace);
  });

  it.each([
    ['', 'line 1: there is no Trace'],
    ['{}', 'line 1: a Trace begins with "trace 1"'],
    ['trace 2\nend 0', 'line 1: version 2 is unknown: this reads version 1'],
    ['trace 1', 'line 1: the line with the end is missing'],
    ['trace 1\n\n0 leap A\nend 0', 'line 3: "leap" is no kind of entry'],
    ['trace 1\nsoon step A\nend 0', 'line 2: "soon" stands where a time, a number, is due'],
    ['trace 1\n0 seen A 1 OPEN\nend 0', 'line 2: "OPEN" is no state'],
    ['trace 1\n0 seen A 1 ? via A7\nend 0', 'line 2: A7 is the name of nothing that travels'],
    ['trace 1\n0 seen A 1 ? and more\nend 0', 'line 2: nobody expects "and" here'],
    ['trace 1\n0 seen "A 1\nend 0', 'line 2: a quotation mark is not closed'],
    ['trace 1\nend 0\nend 0', 'line 3: the Trace has ended'],
    [LINES.replace('SYN 10', 'SIN 10'), 'line 5: "SIN" is no control bit'],
    [LINES.replace('seq=100 ', ''), 'line 5: a segment without seq=…'],
    [LINES.replace(' 1000', ''), 'line 4: "[RFC6298/5.1]" stands where a time, a number, is due'],
    [LINES.replace('delivered 40', 'delivered'), 'line 5: the line ends where a time is due'],
  ])('that is wrong is refused with its line: %j', (text, message) => {
    expect(() => traceFromText(text)).toThrow(
      new TraceTextError(message.replace(/^line \d+: /, ''), Number(/\d+/.exec(message)?.[0])),
    );
  });

  it('is refused, and nothing worse, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...LINES.split(/(\s+|")/),
      '"',
      '{',
      '[',
      '}',
      'x"0g"',
      '\\',
      '=',
    );
    const damaged = fc
      .array(pieces, { maxLength: 60 })
      .map((parts) => `trace 1\n${parts.join('')}`);
    const cut = fc.nat(LINES.length).map((at) => LINES.slice(0, at));
    const swapped = fc
      .tuple(fc.nat(LINES.length), fc.nat(20), pieces)
      .map(([at, length, piece]) => LINES.slice(0, at) + piece + LINES.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(fc.string(), damaged, cut, swapped), (text) => {
        try {
          expect(traceFromText(text).version).toBe(1);
        } catch (error) {
          expect(error).toBeInstanceOf(TraceTextError);
        }
      }),
      runs,
    );
  });
});

describe('a Trace as JSON', () => {
  it('is the Trace again when it is read', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(traceFromJson(traceToJson(trace))).toEqual(trace);
      }),
      runs,
    );
  });

  it.each([
    ['{', SyntaxError, /JSON/],
    ['null', TraceJsonError, 'it has no version'],
    ['[]', TraceJsonError, 'it has no version'],
    ['{"version":2}', TraceJsonError, 'version 2 is unknown: this reads version 1'],
    ['{"version":1,"hosts":[]}', TraceJsonError, 'hosts, entries or the end are missing'],
  ])('is refused if it is none: %s', (text, kind, message) => {
    expect(() => traceFromJson(text)).toThrow(kind);
    expect(() => traceFromJson(text)).toThrow(message);
  });
});

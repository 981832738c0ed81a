import { expect, it } from 'vitest';
import { NO_DATA, ctl, RFC9293 } from '#tcp';
import { traceFromJson, traceToJson } from './json.ts';
import type { Trace } from './trace.ts';

it('gives back the Trace that was written, octets included', () => {
  const end = { address: '10.0.0.1', port: 1 };
  const seg = { src: end, dst: end, seq: 1, ack: 2, ctl: ctl({ ack: true }), wnd: 3, up: 0 };
  const transit = { kind: 'transit', t: 0, from: 'A', to: 'B', again: false, until: 1 } as const;
  const trace: Trace = {
    version: 1,
    hosts: [{ name: 'A', title: 'client', address: '', config: RFC9293, initial: 'CLOSED' }],
    entries: [new Uint8Array([0, 9, 255]), NO_DATA].map((data, id) => ({
      ...transit,
      n: id,
      id,
      name: `A${id}`,
      fate: 'delivered',
      seg: { ...seg, data, options: { mss: 1460 } },
    })),
    end: 1,
  };
  expect(traceFromJson(traceToJson(trace))).toEqual(trace);
});

import { describe, expect, it } from 'vitest';
import { createHost } from '#network/host.ts';
import { RFC9293, reference } from '#tcp';
import { t } from '#text/en.ts';
import { runScenario } from '#scenario/run.ts';
import { LEAK, leak } from './fixtures.ts';
import { socketRows, socketsHtml } from './socket-table.ts';
import { type SocketSource, socketsAt, socketsOf } from './sockets-at.ts';

const lines = (sockets: readonly SocketSource[]) =>
  socketRows(sockets, t, { spelling: 'ss' }).map(
    ({ name, recvQ, sendQ, local, peer }) => `${name} ${recvQ} ${sendQ} ${local} ${peer}`,
  );
const at = (host: string, ms: number) => lines(socketsAt(leak, host, ms));

const LISTENER = 'LISTEN 0 – 10.77.0.2:8001 0.0.0.0:*';
const B = '10.77.0.2:8001 10.77.0.1:40001';
const A = '10.77.0.1:40001 10.77.0.2:8001';

describe('socketRows of a Trace', () => {
  it('counts a SYN, text and a FIN that nobody has acknowledged', () => {
    expect(at('A', -1)).toEqual([]);
    expect(at('A', 0)).toEqual([`SYN-SENT 0 1 ${A}`]);
    expect(at('A', 80)).toEqual([`ESTAB 0 0 ${A}`]);
    expect(at('A', 210)).toEqual([`ESTAB 0 5 ${A}`]);
    expect(at('A', 410)).toEqual([`FIN-WAIT-1 0 1 ${A}`]);
    expect(at('A', 500)).toEqual([`FIN-WAIT-2 0 0 ${A}`]);
  });

  it('keeps the listener beside the connection that it made', () => {
    expect(at('B', 0)).toEqual([LISTENER]);
    expect(at('B', 40)).toEqual([LISTENER, `SYN-RECV 0 0 ${B}`]);
    expect(at('B', 300)).toEqual([LISTENER, `ESTAB 5 0 ${B}`]);
  });

  it('shows in Recv-Q what nobody has read: text, then the end, then nothing', () => {
    expect(at('B', 500)).toEqual([LISTENER, `CLOSE-WAIT 6 0 ${B}`]);
    expect(at('B', 650)).toEqual([LISTENER, `CLOSE-WAIT 1 0 ${B}`]);
    expect(at('B', 750)).toEqual([LISTENER, `CLOSE-WAIT 0 0 ${B}`]);
  });

  it('takes a RECEIVE that waited for the FIN as one that has read the end', () => {
    const script = [
      ...LEAK.script.filter(({ at: ms }) => ms < 300),
      { at: 250, host: 'B', do: 'receive', max: 100 } as const,
      { at: 300, host: 'B', do: 'receive', max: 100 } as const,
      { at: 400, host: 'A', do: 'close' } as const,
    ];
    const trace = runScenario({ ...LEAK, script });
    expect(lines(socketsAt(trace, 'B', 800))).toEqual([LISTENER, `CLOSE-WAIT 0 0 ${B}`]);
  });

  it('names the states as the RFC does where it is not asked otherwise', () => {
    const [, half] = socketRows(socketsAt(leak, 'B', 40), t);
    expect(half?.name).toBe('SYN-RECEIVED');
  });

  it('knows of a capture the states, and no queues', () => {
    const seen = { kind: 'seen', n: 0, t: 0, host: 'A', conn: '40001>[2001:db8::2]:80' } as const;
    const [host, ...others] = leak.hosts;
    const hosts = [{ ...host!, address: '2001:db8::1', config: null }, ...others];
    const entry = { ...seen, before: 'CLOSED', after: 'SYN-SENT' } as const;
    expect(lines(socketsAt({ ...leak, hosts, entries: [entry] }, 'A', 0))).toEqual([
      'SYN-SENT – – [2001:db8::1]:40001 [2001:db8::2]:80',
    ]);
  });
});

describe('socketRows of a live host', () => {
  it('shows a listener’s queue and its backlog', () => {
    const host = createHost({ engine: reference, config: RFC9293 });
    const local = { address: '', port: 80 };
    host.call('80', { type: 'OPEN', mode: 'passive', local }, 0);
    host.setBacklog('80', 128);
    expect(lines(socketsOf(host))).toEqual(['LISTEN 0 128 0.0.0.0:80 0.0.0.0:*']);
  });
});

describe('socketsHtml', () => {
  it('says so where there is no socket', () => {
    expect(socketsHtml([], t, { caption: '<' })).toContain(t('inspector.socket.none'));
  });

  it('lets an address break before its port, and nothing of it become markup', () => {
    const rows = socketRows(socketsAt(leak, 'A', 0), t);
    const html = socketsHtml(
      rows.map((row) => ({ ...row, peer: '<i>:1' })),
      t,
      { caption: 'A' },
    );
    expect(html).toContain('10.77.0.1<wbr>:40001');
    expect(html).toContain('&lt;i&gt;<wbr>:1');
  });
});

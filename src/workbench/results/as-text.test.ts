import { expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import type { CaseReport } from '#judge/report.ts';
import { translator } from '#text/text.ts';
import type { TcpEvent } from '#tcp';
import { caseAsText, stepsAsText } from './as-text.ts';
import { caseReport, step, traceOf } from './fixtures.ts';
import { momentsOf } from './moments.ts';

const t = translator(en);
const CALL: TcpEvent = { type: 'CLOSE' };
const report = caseReport({
  id: 'a',
  verdict: 'wrong',
  pkt: '+0 close(3) = 0\n',
  divergence: {
    ...{ t: 40, theirsAt: 1, referenceAt: 1, what: 'state', cause: { input: 1 }, conn: '1' },
    ...{ expected: { after: 'CLOSED' }, actual: { after: 'LISTEN' } },
  } as unknown as CaseReport['divergence'],
  event: { t: 40, event: CALL },
  theirs: traceOf(step(0, CALL, ['LISTEN', 'LISTEN']), step(40, CALL, ['LISTEN', 'LISTEN'])),
  reference: traceOf(step(0, CALL, ['LISTEN', 'LISTEN']), step(40, CALL, ['LISTEN', 'CLOSED'])),
});
const view = { ...report, left: 0 };
const steps = stepsAsText(momentsOf(report), view, t);

it('says once what both did, and beside each other what they did not', () => {
  expect(steps).toEqual([
    {
      ...{ time: '0 ms', event: 'the user calls CLOSE', parts: false },
      ...{ both: 'Nothing is sent. The state stays LISTEN.', theirs: '', reference: '' },
    },
    {
      ...{ time: '40 ms', event: 'the user calls CLOSE', parts: true, both: '' },
      theirs: 'Nothing is sent. The state stays LISTEN.',
      reference: 'It goes from LISTEN to CLOSED.',
    },
  ]);
});

it('gives the whole case as plain text, the divergence marked, with its script', () => {
  const text = caseAsText(report, { name: 'A name', steps }, t);
  expect(text).toMatch(/^A name\n/);
  expect(text).toContain('≠ 40 ms: the user calls CLOSE');
  expect(text).toContain('Reference: It goes from LISTEN to CLOSED.');
  expect(text).toContain('+0 close(3) = 0');
});

import { describe, expect, it } from 'vitest';
import { en, t } from '#text/en.ts';
import { blankTcb } from '#tcp/draft.ts';
import { RFC9293 } from '#tcp';
import { leak } from './fixtures.ts';
import { tcbAt, tcbBefore } from './tcb-at.ts';
import { FIELDS, fieldAt, valueAt, writeValue } from './tcb-fields.ts';
import { tcbHtml } from './tcb-html.ts';
import { type TcbRow, tcbRows } from './tcb-rows.ts';

const at = (ms: number, relative = false) => {
  const tcb = tcbAt(leak, 'A', '40001', ms);
  if (tcb === null) throw new Error(`nothing at ${ms}`);
  return tcbRows(tcb, tcbBefore(leak, 'A', '40001', ms), t, { relative });
};
const brief = ({ label, was, value }: TcbRow) => `${label}: ${was ?? '–'} → ${value}`;
const changed = (rows: readonly TcbRow[]) => rows.filter((row) => row.changed).map(brief);

describe('tcbRows', () => {
  it('has every variable of RFC 9293 §3.3.1, each with a name and a meaning', () => {
    const labels = at(80).map(({ label }) => label);
    for (const name of ['UNA', 'NXT', 'WND', 'UP', 'WL1', 'WL2']) {
      expect(labels).toContain(`SND.${name}`);
    }
    for (const name of ['NXT', 'WND', 'UP']) expect(labels).toContain(`RCV.${name}`);
    expect(labels).toEqual(expect.arrayContaining(['ISS', 'IRS']));
    for (const { path } of FIELDS) {
      expect(en[`inspector.name.${path}`]).toBeTruthy();
      expect(en[`inspector.means.${path}`]).toBeTruthy();
    }
  });

  it('names fields that a TCB has', () => {
    const tcb = blankTcb({ address: '10.77.0.1', port: 1 }, null, RFC9293);
    const missing = FIELDS.filter(
      ({ kind, path }) => kind !== 'absent' && kind !== 'timer' && valueAt(tcb, path) === undefined,
    );
    expect(missing).toEqual([]);
  });

  it('says what an arrival changed, and from what', () => {
    expect(changed(at(80)).slice(0, 8)).toEqual([
      'state: SYN-SENT → ESTABLISHED',
      'SND.UNA: 100 → 101',
      'SND.WND: 0 → 65535',
      'SND.WL1: 0 → 300',
      'SND.WL2: 0 → 101',
      'MAX.SND.WND: 0 → 65535',
      'SendMSS: 536 → 1460',
      'IRS: 0 → 300',
    ]);
  });

  it('calls everything new that has a value when the connection begins', () => {
    const rows = at(0);
    expect(rows.find(({ key }) => key === 'iss')).toMatchObject({ changed: true, was: null });
    expect(rows.find(({ key }) => key === 'irs')).toMatchObject({ changed: false });
    expect(rows.find(({ key }) => key === 'out')).toMatchObject({ changed: false });
  });

  it('changes nothing between two moments', () => {
    expect(changed(at(150))).toEqual([]);
  });

  it('counts sequence numbers from ISS and IRS where it is asked to', () => {
    const value = (key: string) => at(80, true).find((row) => row.key === key)?.value;
    expect(['iss', 'snd.una', 'snd.nxt', 'snd.wl1', 'rcv.nxt'].map(value)).toEqual([
      ...['100', 'ISS+1', 'ISS+1', 'IRS', 'IRS+1'],
    ]);
  });

  it('counts over the wrap', () => {
    const field = fieldAt('snd.nxt')!;
    expect(writeValue(field, 4, t, { iss: 0xffff_fffe, irs: 0 })).toBe('ISS+6');
  });
});

describe('tcbHtml', () => {
  it('marks what changed by a sign and a word, and not by colour alone', () => {
    const html = tcbHtml(at(80), t, { caption: 'TCB' });
    const row = /<tr data-key="snd.una"[^]*?<\/tr>/.exec(html)?.[0];
    expect(row).toContain('△');
    expect(row).toContain(t('inspector.changed'));
    expect(row).toContain('>101<');
    expect(row).toContain('class="was">100<');
  });

  it('can show only what changed, and says when that is nothing', () => {
    const options = { caption: 'TCB', onlyChanged: true };
    expect(tcbHtml(at(80), t, options)).not.toContain('data-key="iss"');
    expect(tcbHtml(at(150), t, options)).toContain(t('inspector.nothing'));
  });

  it('lets no text of a Trace become markup', () => {
    const tcb = blankTcb({ address: '<img src=x>', port: 1 }, null, RFC9293);
    expect(tcbHtml(tcbRows(tcb, null, t), t, { caption: '<b>' })).not.toMatch(
      /<img|<b>&lt;|<b><\/c/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { NO_DATA } from '#tcp';
import { translator } from '#text/text.ts';
import type { CaseReport, Observed } from './report.ts';
import { explain } from './words.ts';

const t = translator(en);

/** The sentences for two sides that part in what their users are told, or in what reaches them. */
function told(
  expected: Partial<Observed>,
  actual: Partial<Observed>,
  what: 'signals' | 'octets' = 'signals',
): readonly string[] {
  const rest = { after: 'ESTABLISHED', sent: [], signals: [], delivered: NO_DATA } as const;
  return explain(
    {
      ...{ verdict: 'wrong', calls: null, event: null, isn: 300, drawn: 0 },
      divergence: {
        what,
        referenceAt: null,
        expected: { ...rest, ...expected },
        actual: { ...rest, ...actual },
      },
    } as unknown as CaseReport,
    t,
  );
}

describe('what the user is told', () => {
  it('is named alone where the states agree', () => {
    expect(told({ signals: ['connection established'] }, {})).toEqual([
      'Expected: the user is told “connection established”.',
      'Yours: the user is told nothing.',
    ]);
  });

  it('is named with the states where they part as well', () => {
    expect(told({ signals: ['connection established'] }, { after: 'SYN-RECEIVED' })).toEqual([
      'Expected: the user is told “connection established”, and the state is ESTABLISHED.',
      'Yours: the user is told nothing, and the state is SYN-RECEIVED.',
    ]);
  });
});

describe('what reaches the user', () => {
  const text = (...octets: number[]) => ({ delivered: Uint8Array.from(octets) });

  it('is counted where the lengths part', () => {
    expect(told(text(7, 8), {}, 'octets')).toEqual([
      'Expected: text reaches the user, len=2.',
      'Yours: no text reaches the user.',
    ]);
  });

  it('is named by the first octet that differs where the lengths agree', () => {
    expect(told(text(7, 8, 9), text(7, 0, 0), 'octets')).toEqual([
      'Expected: text reaches the user, len=3, and its octet 2 is 8.',
      'Yours: text reaches the user, len=3, and its octet 2 is 0.',
    ]);
  });
});

describe('the message of an exception', () => {
  const threw = (message: string) =>
    explain(
      {
        ...{ verdict: 'threw', message, calls: null, event: null, divergence: null },
        ...{ isn: 300, drawn: 0 },
      } as unknown as CaseReport,
      t,
    );

  it('ends the sentence with its own mark, if it has one', () => {
    expect(threw('Error: what is this?')).toEqual(['Your plank threw: Error: what is this?']);
    expect(threw('Error: no state')).toEqual(['Your plank threw: Error: no state.']);
  });
});

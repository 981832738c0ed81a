import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measured, parseMeasured, times } from './measured.ts';

const RECORD = `# What     A test.
# System   Linux 6.18.44, one machine
# Command  first
#          second

 00:00:00.500000 IP a > b: Flags [S]
 00:00:01.500000 IP a > b: Flags [S]

 00:01:02.000000 IP b > a: Flags [.]
`;

test('takes a record apart', () => {
  expect(parseMeasured('test', RECORD)).toMatchObject({
    what: 'A test.',
    kernel: '6.18.44',
    command: 'first\nsecond',
    output: expect.stringMatching(/^ 00:00:00\.5[\s\S]*\n\n 00:01:02[\s\S]*\[\.\]$/),
  });
});

test('refuses a record without a header, a field or a kernel', () => {
  expect(() => parseMeasured('x', 'output')).toThrow('x.txt: not a header line: output');
  expect(() => parseMeasured('x', '# What  a\n\nb')).toThrow('the header has no “System”');
  expect(() => parseMeasured('x', '# System  Linux\n\nb')).toThrow('no kernel version');
});

test('counts seconds from the first line that matches', () => {
  const record = parseMeasured('test', RECORD);
  expect(times(record, '[S]')).toEqual([0, 1]);
  expect(times(record, '[.]')).toEqual([0]);
  expect(times(record, '[R]')).toEqual([]);
});

test('reads every record of the course', () => {
  const files = readdirSync('content/measured');
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(measured(file.replace('.txt', '')).output).not.toBe('');
  expect(() => measured('nothing')).toThrow('There is no content/measured/nothing.txt.');
});

test('the plots of the handshake chapter show what was measured', () => {
  const whole = (record: string, pattern: string) =>
    times(measured(record), pattern).map(Math.round);
  expect(whole('syn-unanswered', 'Flags [S],')).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 68]);
  expect(whole('third-ack-lost', 'Flags [S.],')).toEqual([0, 1, 3, 7, 15, 32]);
});

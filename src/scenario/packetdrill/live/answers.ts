import type { Value } from '../ast.ts';
import { octets } from '../octets.ts';
import { sameOctets } from '../segment-line.ts';
import type { Answer } from './process-types.ts';
import { Mismatch } from './skip.ts';
import type { PlacedCall } from './values.ts';

type Done = Exclude<Answer, 'waits'>;

/** Holds what a call gave against its line. @throws Mismatch */
export function judgeAnswer(line: PlacedCall, answer: Done): void {
  const { result, errno, read, out } = answer;
  const wantsResult = line.result.kind === 'number' && !isHandle(line);
  const isRight =
    !wantsResult || (line.errno === errno && (line.errno !== null || sameResult(line, result)));
  if (!isRight)
    throw new Mismatch(line.place, answerWords(line), gaveWords(line.name, result, errno));
  if (read !== undefined) judgeOctets(line, read);
  if (out !== undefined) judgeOutput(line, out);
}

/** Descriptors are numbered by the script. */
function isHandle({ name, errno, result }: PlacedCall): boolean {
  return name === 'socket' && errno === null && result.kind === 'number' && result.number >= 0;
}

function sameResult({ name, args, result }: PlacedCall, found: number): boolean {
  if (result.kind !== 'number') return true;
  const command = args[1]?.kind === 'words' ? args[1].words[0] : undefined;
  // Systems number O_NONBLOCK in their own ways; only the two lowest bits mean the same everywhere.
  if (name === 'fcntl' && command === 'F_GETFL') return (result.number & 3) === (found & 3);
  return result.number === found;
}

function judgeOctets(line: PlacedCall, { data, from }: NonNullable<Done['read']>): void {
  const wanted = octets(from, data.length);
  if (sameOctets(data, wanted)) return;
  const at = data.findIndex((octet, i) => octet !== wanted[i]);
  throw new Mismatch(
    line.place,
    `${line.name}() to give the octets of the stream from number ${from} on`,
    `octet ${from + at} is wrong: ${data[at] ?? 'missing'} instead of ${wanted[at] ?? 'nothing'}`,
  );
}

/** What came back through a pointer: `[65536]`, `[ECONNREFUSED]`, the events of poll. */
function judgeOutput(line: PlacedCall, out: number | string | null): void {
  if (line.name === 'poll') return judgeEvents(line, String(out));
  const index = line.name === 'ioctl' ? 2 : 3;
  const value = line.args[index];
  const first = value?.kind === 'list' ? value.items[0] : value;
  if (first === undefined || first.kind === 'any' || out === null) return;
  const wanted = wordOf(first);
  if (wanted === null || wanted === String(out)) return;
  throw new Mismatch(line.place, `${callWords(line)} to give ${wanted}`, String(out));
}

function judgeEvents(line: PlacedCall, found: string): void {
  const asked = line.args[0]?.kind === 'list' ? line.args[0].items : [];
  const wanted = asked
    .map((each) => {
      const events = each.kind === 'fields' ? each.fields['revents'] : undefined;
      return events?.kind === 'words' ? [...events.words].sort().join('|') : '';
    })
    .join(', ');
  const sorted = found
    .split(', ')
    .map((each) => each.split('|').sort().join('|'))
    .join(', ');
  if (wanted !== sorted) {
    throw new Mismatch(line.place, `poll() to find ${wanted || 'nothing'}`, sorted || 'nothing');
  }
}

function wordOf(value: Value): string | null {
  if (value.kind === 'number') return String(value.number);
  return value.kind === 'words' ? value.words.join('|') : null;
}

/** `getsockopt(3, …, SO_ERROR)`: the call in short. */
export function callWords({ name, args }: PlacedCall): string {
  const option = args[2]?.kind === 'words' && name.endsWith('sockopt') ? args[2].words[0] : null;
  return option === null || option === undefined ? `${name}()` : `${name}(${option})`;
}

/** `read() to give 5`, `connect() to give EINPROGRESS` */
export function answerWords(line: PlacedCall): string {
  const { result, errno } = line;
  const what = errno ?? (result.kind === 'number' ? String(result.number) : 'something');
  return `${callWords(line)} to give ${what}`;
}

function gaveWords(name: string, result: number, errno: string | null): string {
  return `${name}() gives ${errno ?? result}`;
}

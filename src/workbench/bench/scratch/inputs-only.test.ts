import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { inputsOnly } from './inputs-only.ts';

describe('inputsOnly', () => {
  it('leaves out what the plank should do, and what the suite says of the script', () => {
    const pkt = `// rfc: 3.10.7.2, third
0 listen(3, 1) = 0

// Somebody calls.
0.1 < S 0:0(0) win 65535 <mss 1460>
+0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
+0 %{ assert state == "SYN-RECEIVED" }%
`;
    expect(inputsOnly(pkt)).toBe(
      '0 listen(3, 1) = 0\n\n// Somebody calls.\n0.1 < S 0:0(0) win 65535 <mss 1460>\n',
    );
  });

  it('keeps the time of what follows', () => {
    const pkt =
      '0.1 < S 0:0(0)\n+1 > S. 0:0(0) ack 1\n+0.1~+0.2 > . 1:1(0)\n+0.2 < R 1:1(0)\n+1 close(3) = 0\n';
    expect(inputsOnly(pkt)).toBe('0.1 < S 0:0(0)\n+1.3 < R 1:1(0)\n+1 close(3) = 0\n');
  });

  const labs = join(import.meta.dirname, '../../../../labs');
  const scripts = readdirSync(labs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.pkt'),
  );

  it.each(scripts)('%s without its expectations is a script with the same inputs', (name) => {
    const pkt = readFileSync(join(labs, name), 'utf8');
    const inputs = parsePkt(pkt).lines.filter(
      (line) => line.kind !== 'assert' && !('direction' in line && line.direction === 'out'),
    );
    const left = parsePkt(inputsOnly(pkt)).lines;
    expect(left.map(({ kind }) => kind)).toEqual(inputs.map(({ kind }) => kind));
  });
});

import ts from 'typescript-editor';
import { describe, expect, it } from 'vitest';
import { tcpTypes } from './tcp-types.ts';

const text = tcpTypes();

describe('the declarations of tcp', () => {
  it('are correct by themselves', () => {
    const host = ts.createCompilerHost({});
    const { getSourceFile } = host;
    host.getSourceFile = (name, ...rest) =>
      name === 'tcp.d.ts' ? ts.createSourceFile(name, text, 99) : getSourceFile(name, ...rest);
    const options = { lib: ['lib.es2022.d.ts'], target: 9, types: [], strict: true };
    const program = ts.createProgram(['tcp.d.ts'], options, host);
    const messages = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    expect(messages).toEqual([]);
  });

  it('carry our docstrings', () => {
    expect(text).toContain('Answers `seg` with a reset in the form of §3.5.2 group 1');
    expect(text).toContain('How the connection came to SYN-RECEIVED');
  });

  it('export what a plank may import, and nothing more', () => {
    const names = /export \{ (.*) \};/.exec(text)?.[1]?.split(', ') ?? [];
    expect(names).toEqual(expect.arrayContaining(['Plank', 'Tcb', 'Segment', 'Act', 'add', 'lt']));
    expect(names).not.toContain('reference');
    expect(names).not.toContain('listen');
  });
});

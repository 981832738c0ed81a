import { describe, expect, it } from 'vitest';
import { exportedFunction, planksOf, wrongExport } from './exported.ts';

const step = () => 'stop';
const steps = { rst: step, syn: step, ack: step, text: step, fin: step };
const wrong = (exports: Record<string, unknown>) => wrongExport(['synReceived'], exports);

describe('a plank that is a record of functions', () => {
  it('may be a class’s instance, or a function that has them', () => {
    class Made {
      rst() {}
      syn() {}
      ack() {}
      text() {}
      fin() {}
    }
    for (const synReceived of [steps, Object.assign(() => null, steps), new Made()]) {
      expect(wrong({ synReceived })).toBeNull();
    }
  });

  it('must be there, with all its functions', () => {
    expect(wrong({})).toBe('`synReceived` is not exported; the module exports nothing');
    expect(wrong({ synRecieved: steps, step })).toBe(
      '`synReceived` is not exported; the module exports `synRecieved`, `step`',
    );
    expect(wrong({ synReceived: null })).toBe(
      '`synReceived` is null, not a record of functions: rst, syn, ack, text, fin',
    );
    expect(wrong({ synReceived: { ...steps, ack: 7 } })).toBe(
      '`synReceived.ack` is 7, not a function',
    );
    expect(wrong({ synReceived: step })).toBe('`synReceived.rst` is undefined, not a function');
  });

  it('keeps its `this`', () => {
    const synReceived = {
      ...steps,
      name: 'continue',
      ack() {
        return this.name;
      },
    };
    const ack = exportedFunction({ synReceived }, 'synReceived', 'ack');
    expect(ack()).toBe('continue');
  });
});

describe('a check', () => {
  const ack = (returned: unknown) =>
    exportedFunction({ synReceived: { ...steps, ack: () => returned } }, 'synReceived', 'ack');
  const inState = (state: string) => ({ state }) as never;

  it('says whether the next one is asked', () => {
    expect(ack('stop')(inState('SYN-RECEIVED'))).toBe('stop');
    expect(() => ack(undefined)(inState('SYN-RECEIVED'))).toThrow(
      "`synReceived.ack` returned undefined: a check returns 'continue' or 'stop'",
    );
    expect(() => ack(true)(inState('ESTABLISHED'))).toThrow('returned true');
    const challenge = exportedFunction({ challenge: () => 1 }, 'challenge', null);
    expect(() => challenge(inState('ESTABLISHED'))).toThrow('`challenge` returned 1');
  });

  it('may say anything where the connection is over: there is no other to ask', () => {
    expect(ack(undefined)(inState('CLOSED'))).toBeUndefined();
  });

  it('is none where the plank does not check', () => {
    const listen = exportedFunction({ listen: () => undefined }, 'listen', null);
    expect(listen(inState('SYN-RECEIVED'))).toBeUndefined();
  });
});

it('knows which planks are functions and which are records of what', () => {
  const parts = (name: string) => {
    const made: (string | null)[] = [];
    planksOf([name], (_, part) => {
      made.push(part);
      return step;
    });
    return made;
  };
  expect(parts('listen')).toEqual([null]);
  expect(parts('closeWait')).toEqual(['ack', 'text', 'fin', 'close']);
  // Names that every object knows are no planks.
  expect(parts('toString')).toEqual([null]);
});

it('asks for a function where the plank is one', () => {
  expect(wrongExport(['listen'], { listen: {} })).toMatch(/, not a function$/);
  expect(wrongExport(['listen'], { listen: step })).toBeNull();
});

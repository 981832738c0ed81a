import { afterEach, describe, expect, it } from 'vitest';
import type { CallsRecord, Sandbox, Trail } from '../sandbox.ts';
import { nodeSandboxes } from '../node/node-sandbox.ts';
import { closedSandboxes } from './closed-sandbox.ts';

const EXPORTS = ['lt'];
const RUN = { call: 'lt', args: [[1, 2]] };

let opened: Sandbox[] = [];
afterEach(() => {
  for (const sandbox of opened) sandbox.close();
  opened = [];
});

async function load(js: string, factory = closedSandboxes, onTrail?: (at: Trail) => void) {
  const sandbox = await factory.open(onTrail);
  opened.push(sandbox);
  await sandbox.load({ js, exports: EXPORTS }, 1);
  return sandbox;
}

/** What `lt` gives back where its body is `body`. */
async function valueOf(body: string, factory = closedSandboxes): Promise<unknown> {
  const sandbox = await load(`exports.lt = () => { ${body} };`, factory);
  const [outcome] = await sandbox.run([RUN]);
  if (outcome?.kind === 'threw') throw new Error(outcome.message);
  expect(outcome).toMatchObject({ kind: 'done', record: { values: [expect.anything()] } });
  return (outcome as { record: CallsRecord }).record.values[0];
}

describe('a closed sandbox', () => {
  it('holds nothing but the language', async () => {
    const names = (await valueOf('return Object.getOwnPropertyNames(globalThis);')) as string[];
    const ours = new Set(Object.getOwnPropertyNames(globalThis));
    const known = ['InternalError', 'performance'];
    expect(names.filter((name) => !ours.has(name) && !known.includes(name))).toEqual([]);
    for (const way of ['process', 'require', 'fetch', 'console', 'setTimeout', 'std', 'os']) {
      expect(names).not.toContain(way);
    }
  });

  it.each([
    ['eval', `eval('1')`],
    ['eval of what is no text', 'eval(7)'],
    ['eval by another name', `(0, eval)('1')`],
    ['Function', `Function('return 1')()`],
    ['a function’s constructor', `(() => {}).constructor('return 1')()`],
    ['a generator’s constructor', `(function* () {}).constructor('yield 1')()`],
    ['an async function’s constructor', `(async () => {}).constructor('await 1')()`],
    ['an async generator’s constructor', `(async function* () {}).constructor('yield 1')()`],
    ['a class that extends Function', `new (class extends Function {})('return 1')()`],
  ])('evaluates no text: %s', async (_, code) => {
    const error = `EvalError: Code generation from strings disallowed for this context`;
    await expect(valueOf(`${code};`)).rejects.toThrow(error);
    await expect(valueOf(`${code};`, nodeSandboxes)).rejects.toThrow(error);
  });

  it('leaves functions what they are', async () => {
    const body = `return [(() => {}) instanceof Function, Function.name, Function.length,
      Object.getPrototypeOf(() => {}) === Function.prototype, (async () => {}).constructor.name];`;
    const expected = [true, 'Function', 1, true, 'AsyncFunction'];
    expect(await valueOf(body)).toEqual(expected);
    expect(await valueOf(body, nodeSandboxes)).toEqual(expected);
  });

  it('has no other chance and no other time than the sandbox for our own files', async () => {
    const body = `return [Math.random(), Math.random(), Date.now(), new Date().getTime(),
      typeof performance === 'object' ? performance.now() : 0];`;
    const values = await valueOf(body);
    expect(values).toEqual(await valueOf(body, nodeSandboxes));
    expect(values).toEqual([expect.any(Number), expect.any(Number), 0, 0, 0]);
  });

  it.each([
    [
      'classes',
      'class A { static #n = 1; static { A.#n += 1; } static has(o) { return #n in o; } get n() { return A.#n; } } return [new A().n, A.has(A)];',
    ],
    [
      'lists',
      'return [[3, 1, 2].sort().at(-1), [1, [2, [3]]].flat(Infinity), [1, 2].includes(2), Array.from({ length: 2 }, (_, i) => i)];',
    ],
    [
      'numbers',
      `return [1_000 >>> 1, 2 ** 32 | 0, Math.clz32(1), Math.fround(0.1), Math.imul(0xffffffff, 5), Number('0x10'), (255).toString(16), 0.1 + 0.2];`,
    ],
    [
      'big numbers',
      `const values = [0n, 1n, -1n, 2n ** 31n, -(2n ** 31n), 2n ** 32n, -(2n ** 32n) - 5n, 2n ** 64n + 3n, -(2n ** 65n)];
       return [0, 1, 31, 32, 33, 64, 100].flatMap((bits) => values.flatMap((value) =>
         [String(BigInt.asUintN(bits, value)), String(BigInt.asIntN(bits, value))]));`,
    ],
    [
      'texts',
      `return ['a-b'.replaceAll('-', '+'), 'x'.padStart(3, '.'), [...'héé'].length, 'ß'.localeCompare('ß'), 'é'.normalize('NFD').length];`,
    ],
    [
      'patterns',
      String.raw`const m = /(?<y>\d+)(?<=2)/du.exec('a12'); return [m.groups.y, m.indices[0], /\p{L}/u.test('ü'), [...'a1b2'.matchAll(/\d/g)].length];`,
    ],
    [
      'octets',
      'const o = new Uint8Array([1, 2, 3]); return [new DataView(o.buffer).getUint16(0), [...o.subarray(1)], o.at(-1), o.slice(1)];',
    ],
    [
      'collections',
      'const m = new Map([[1, { a: 1 }]]); return [m.get(1)?.a ?? 0, [...new Set([1, 1])], new WeakRef(m).deref() === m, Object.hasOwn({ a: 1 }, "a")];',
    ],
    [
      'errors',
      `try { throw new Error('a', { cause: 'b' }); } catch (e) { return [e.message, e.cause, e instanceof Error, String(new RangeError('c'))]; }`,
    ],
    [
      'generators',
      'function* g() { const x = yield 1; return x; } const i = g(); return [i.next().value, i.next(2)];',
    ],
    [
      'destructuring',
      'const { a = 1, ...rest } = { b: 2 }; let c = null; c ??= 3; return [a, rest, c, ((...all) => all.length)(...[1, 2])];',
    ],
    [
      'order',
      'return [Object.keys({ b: 1, a: 2, 1: 3, 0: 4 }), [5, 1, 4].sort((x, y) => x - y), JSON.stringify({ b: [undefined, NaN], a: -0 })];',
    ],
    [
      'times',
      'return [new Date(2026, 0).getFullYear(), new Date(Date.UTC(2026, 1, 3)).toISOString(), Date.parse("1970-01-01T00:00:01Z")];',
    ],
  ])('speaks the language as the other sandbox does: %s', async (_, body) => {
    expect(await valueOf(body)).toEqual(await valueOf(body, nodeSandboxes));
  });

  it('goes as deep as a page does', async () => {
    expect(
      await valueOf(`const sum = (n) => (n === 0 ? 0 : n + sum(n - 1)); return sum(8000);`),
    ).toBe((8000 * 8001) / 2);
  });

  it('says of endless recursion that it threw, and goes on', async () => {
    const sandbox = await load('exports.lt = function again(n) { return n ? again(n) : true; };');
    const [deep, flat] = await sandbox.run([RUN, { call: 'lt', args: [[0, 0]] }]);
    expect(deep).toMatchObject({ kind: 'threw', at: { call: 0 } });
    expect(flat).toMatchObject({ kind: 'done', record: { values: [true] } });
  });

  it('takes a program with any character in it', async () => {
    const js = `exports.lt = () => ['a\0b'.length, '\u{1f6f6}é—\u2028'.length, \`\0\`.charCodeAt(0)];`;
    const [outcome] = await (await load(js)).run([RUN]);
    expect(outcome).toMatchObject({ kind: 'done', record: { values: [[3, 5, 0]] } });
  });

  it('tells that memory ran out, even to a program that does not want to hear it', async () => {
    const greedy = `const all = [];
      exports.lt = () => { for (;;) try { all.push(new Array(1e4).fill(1.5)); } catch { return true; } };`;
    await expect((await load(greedy)).run([RUN])).rejects.toMatchObject({ fault: 'out of memory' });
  });

  it('takes no answer that nobody could read', async () => {
    const js = `JSON.stringify = () => 'x'.repeat(2e7); exports.lt = () => true;`;
    await expect(load(js)).rejects.toMatchObject({ fault: 'out of memory' });
  });

  it('survives a program that nests deeper than its compiler', async () => {
    const js = `exports.lt = () => ${'['.repeat(2e5)}${']'.repeat(2e5)};`;
    await expect(load(js)).rejects.toMatchObject({ fault: 'threw' });
    expect(await valueOf('return 1;')).toBe(1);
  });

  it.each([
    ['a loop', 'for (;;);'],
    ['a search without an end', 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);'],
    ['a regular expression', `/^(a+)+$/.test('a'.repeat(50) + 'b');`],
  ])('says what it is at before it falls into %s, and can be ended there', async (_, body) => {
    let reached: (at: Trail) => void = () => undefined;
    const first = new Promise<Trail>((resolve) => (reached = resolve));
    const js = `exports.lt = () => { ${body} };`;
    const sandbox = await load(js, closedSandboxes, (at) => reached(at));
    const running = sandbox.run([RUN], { trail: true });
    expect(await first).toEqual({ run: 0, event: { call: 0 } });
    sandbox.close();
    await expect(running).rejects.toMatchObject({ fault: 'closed' });
  });

  it('never answers again while microtasks breed microtasks, and can be ended there', async () => {
    const js = `const flood = () => Promise.resolve().then(flood); exports.lt = () => { flood(); return true; };`;
    const sandbox = await load(js);
    await sandbox.run([RUN]);
    const next = sandbox.run([RUN]);
    const first = await Promise.race([next.catch(() => 'ended'), pause().then(() => 'waiting')]);
    expect(first).toBe('waiting');
    sandbox.close();
    await expect(next).rejects.toMatchObject({ fault: 'closed' });
  });
});

/** Long enough for an honest answer. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 300));

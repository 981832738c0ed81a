import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stage } from '#scenario/fixtures.ts';
import { runScenario } from '#scenario/run.ts';
import { fromJson, toJson } from './json.ts';
import { fromSharedJson, toSharedJson } from './shared.ts';

it('gives back a Trace, and says a segment once that is sent, on its way and arrives', () => {
  const trace = runScenario(stage);
  const text = toSharedJson(trace);
  expect(fromSharedJson(text)).toEqual(fromJson(toJson(trace)));
  expect(text.length).toBeLessThan(toJson(trace).length * 0.75);
});

const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('a', '{"_":0}', '\\"_\\":1}', 'a text that stands in many places, and is long'),
  fc.constantFrom([1, 2, 300], [1]).map((octets) => new Uint8Array(octets)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.constantFrom('seg', 'data', 'table', 'a name'), tie('value')),
}));

it('gives back whatever plain data it was given', () => {
  fc.assert(
    fc.property(value, (data) => {
      const record = { first: data, second: [data, data] };
      expect(fromSharedJson(toSharedJson(record))).toStrictEqual(plain(record));
    }),
  );
});

it('takes no field that is called octets for octets, unless it stands alone', () => {
  const data = { scenario: { ...stage, octets: 'recorded' }, seg: { data: new Uint8Array([10]) } };
  expect(fromSharedJson(toSharedJson(data))).toEqual(data);
  expect(fromJson(toJson(data))).toEqual(data);
});

it('refuses a field that would be taken for a pointer', () => {
  expect(() => toSharedJson({ first: [{ _: 0 }] })).toThrow('_');
});

/** Records of a random run have no prototype. */
function plain(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return data;
  if (Array.isArray(data)) return data.map(plain);
  return Object.fromEntries(Object.entries(data).map(([name, each]) => [name, plain(each)]));
}

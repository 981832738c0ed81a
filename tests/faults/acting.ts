import type { Act } from '#tcp';

/** The verbs of a step, some of them replaced: what a fault hands on to the reference. */
export function acting(act: Act, own: Partial<Act>): Act {
  return new Proxy(act, {
    get(target, name) {
      const verb: unknown = Reflect.get(name in own ? own : target, name);
      return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
    },
  });
}

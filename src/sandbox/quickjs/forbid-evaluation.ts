/**
 * Takes `eval` and the constructors that make functions out of text from this realm: they throw the
 * EvalError that a page's Content-Security-Policy and `node:vm` throw. In QuickJS no switch does it.
 */
export function forbidEvaluation(): void {
  const kinds = [function () {}, function* () {}, async function () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    const Forbidden = function () {
      return refuse();
    };
    Object.defineProperty(Forbidden, 'prototype', { value: prototype, writable: false });
    Object.defineProperty(Forbidden, 'name', { value: kind.constructor.name });
    Object.defineProperty(Forbidden, 'length', { value: 1 });
    Object.defineProperty(prototype, 'constructor', { value: Forbidden });
  }
  Object.assign(globalThis, {
    Function: Function.prototype.constructor,
    eval: () => refuse(),
  });
}

function refuse(): never {
  throw new EvalError('Code generation from strings disallowed for this context');
}

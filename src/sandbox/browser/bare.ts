/**
 * What the language itself brings; whatever else a worker has is the browser's. `Intl` is not among
 * it, because it tells the time: a `DateTimeFormat` asks no `Date` that could be made to stand still.
 */
const LANGUAGE = new Set([
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'Object', 'Function', 'Symbol', 'Boolean'],
  ...['Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'Array', 'ArrayBuffer', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array'],
  ...['Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array'],
  ...['BigUint64Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry'],
  ...['JSON', 'Promise', 'Proxy', 'Reflect', 'Iterator', 'Error', 'AggregateError'],
  ...['EvalError', 'RangeError', 'ReferenceError', 'SuppressedError', 'SyntaxError', 'TypeError'],
  ...['URIError', 'DisposableStack', 'AsyncDisposableStack', 'isFinite', 'isNaN', 'parseFloat'],
  ...['parseInt', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape'],
  ...['unescape', 'eval', 'constructor', 'hasOwnProperty', 'isPrototypeOf', 'toString', 'valueOf'],
  ...['propertyIsEnumerable', 'toLocaleString', '__defineGetter__', '__defineSetter__'],
  ...['__lookupGetter__', '__lookupSetter__', '__proto__'],
]);

/**
 * Takes from this worker whatever is not the language: messages to the page, its console, network,
 * further workers, timers. The policy of the frame forbids the worst of it anyway; but a program
 * that posts a million messages holds up the page, and nothing a plank needs is among it.
 */
export function makeBare(): void {
  for (
    let at: object | null = globalThis;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (!LANGUAGE.has(name)) hide(at, name);
    }
  }
}

/** What cannot be deleted is covered; what cannot be covered either is not ours to change. */
function hide(at: object, name: string): void {
  if (Reflect.deleteProperty(at, name)) return;
  Reflect.defineProperty(at, name, { value: undefined, writable: false, configurable: false });
}

import { PROFILES, RFC9293, type Config } from '#tcp';

const FIELD = /([A-Za-z0-9]+)=("[^"]*"|\S+)/g;

/**
 * Reads the settings of a script's header: `delayedAck=200 windowScale=null reopen="RFC 6191"`.
 * @throws Error on a name or a value that the configuration does not have
 */
export function settingsFrom(text: string): Partial<Config> {
  const rest = text.replaceAll(FIELD, '').trim();
  if (rest !== '') throw new Error(`// config: cannot read “${rest}”; write name=value`);
  const pairs = [...text.matchAll(FIELD)].map(([, name = '', value = '']) => [
    name,
    valueFor(name, value.replaceAll('"', '')),
  ]);
  return Object.fromEntries(pairs) as Partial<Config>;
}

/** The values that a field has in the profiles say which it may have. */
function valueFor(name: string, text: string): unknown {
  if (!Object.hasOwn(RFC9293, name)) {
    const known = Object.keys(RFC9293).join(', ');
    throw new Error(`// config: there is no setting ${name}; there are ${known}`);
  }
  const values: readonly unknown[] = Object.values(PROFILES).map(
    (profile) => profile[name as keyof Config],
  );
  const refuse = (wanted: string): never => {
    throw new Error(`// config: ${name} is ${wanted}, not “${text}”`);
  };
  if (name in LISTS || values.some(isRecord)) return listFor(name, text);
  if (text === 'null') return values.includes(null) ? null : refuse('never null');
  if (values.some((value) => typeof value === 'boolean')) {
    return text === 'true' || text === 'false' ? text === 'true' : refuse('true or false');
  }
  if (values.some((value) => typeof value === 'string')) {
    const choices = new Set([...values, ...(CHOICES[name] ?? [])]);
    return choices.has(text) ? text : refuse(`one of ${[...choices].join(' | ')}`);
  }
  const number = Number(text);
  return text !== '' && Number.isFinite(number) && number >= 0 ? number : refuse('a number');
}

/** Choices that no profile makes. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  synCookies: ['never', 'when full', 'always'],
};

/** Fields that are structures, and off in every profile. */
const LISTS: Readonly<Record<string, object>> = {
  keepAlive: { idle: 0, interval: 0, probes: 0 },
};

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** `retries=6/5/15`, `challenges=10/5000`, `ephemeralPorts=49152/65535`: numbers in the order of the fields. */
function listFor(name: string, text: string): unknown {
  const sample =
    LISTS[name] ??
    Object.values(PROFILES)
      .map((profile): unknown => profile[name as keyof Config])
      .find((value) => value !== null);
  if (text === 'null') return null;
  const numbers = text.split('/').map(Number);
  const keys = Array.isArray(sample) ? null : Object.keys(sample as object);
  if (numbers.some(Number.isNaN) || (keys !== null && keys.length !== numbers.length)) {
    throw new Error(`// config: ${name} is ${(keys ?? ['numbers']).join('/')}, not “${text}”`);
  }
  return keys === null
    ? numbers
    : Object.fromEntries(keys.map((key, index) => [key, numbers[index]]));
}

/**
 * How a host is set otherwise than by RFC 9293 alone, as a script's header says it; empty if it is not.
 * Settings that are lists are left out.
 */
export function settingsText(config: Config): string {
  return Object.entries(config)
    .filter(([name, value]) => value !== RFC9293[name as keyof Config] && typeof value !== 'object')
    .map(([name, value]) => `${name}=${/\s/.test(String(value)) ? `"${value}"` : String(value)}`)
    .join(' ');
}

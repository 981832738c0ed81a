import { settingsFrom } from '#scenario/packetdrill/settings.ts';
import { PROFILES, type Config } from '#tcp';

/** What the comments above a script say of how it is to be played. */
export interface Header {
  /** The profiles that it holds for; `null`: all. */
  readonly profiles: readonly string[] | null;
  /** Its own maximum segment lifetime, ms. */
  readonly msl: number | null;
  readonly config: Partial<Config>;
  /** How many ms off is still on time; `null`: not said. */
  readonly tolerance: number | null;
}

/**
 * Reads `// profiles: rfc9293 linux`, `// msl: 30`, `// config: delayedAck=200 windowScale=null`,
 * `// tolerance: 4` (ms). Throws an Error that says what is wrong.
 */
export function headerFrom(header: Readonly<Record<string, string>>): Header {
  const { profiles, msl, config, tolerance } = header;
  return {
    profiles: profiles === undefined ? null : profilesFrom(profiles),
    msl: msl === undefined ? null : positive('msl', msl) * 1_000,
    config: config === undefined ? {} : settingsFrom(config),
    tolerance: tolerance === undefined ? null : positive('tolerance', tolerance),
  };
}

function profilesFrom(text: string): readonly string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const strange = names.find((name) => !Object.hasOwn(PROFILES, name));
  if (strange === undefined) return names;
  throw new Error(
    `// profiles: there is no profile ${strange}; ${Object.keys(PROFILES).join(', ')} are`,
  );
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`// ${name}: needs a number above 0, not “${text}”`);
}

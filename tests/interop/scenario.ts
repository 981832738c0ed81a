import type { Config } from '#tcp';
import type { Sysctls } from './world/namespace.ts';
import type { Weather } from './world/path.ts';
import type { Stage } from './world/stage.ts';

export type Profile = 'rfc9293' | 'linux';

/** Something that the engine and the kernel live through together. */
export interface Scenario {
  readonly name: string;
  /** Profiles of the engine in which it is played; both if left out. */
  readonly profiles?: readonly Profile[];
  readonly config?: Partial<Config>;
  readonly weather?: Weather;
  readonly isn?: number;
  /** The IP version; 4 if left out. */
  readonly family?: 4 | 6;
  /** Settings of the kernel that it needs. Scenarios with the same settings are played together. */
  readonly sysctls?: Sysctls;
  /** Throws where something is not as it must be. */
  play(stage: Stage, profile: Profile): Promise<void>;
}

/** For scenarios in which something is sent again: both ends do so after 200 ms. */
export const HURRIED = {
  sysctls: { tcp_rto_min_us: 200_000 },
  config: { rtoMin: 200, rtoInitial: 400 },
} satisfies Partial<Scenario>;

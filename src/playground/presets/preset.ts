import type { State } from '#tcp';
import type { Session } from '../model/session.ts';
import type { HostName } from '../model/setup.ts';

/** A session that shows something, and where its clock stands at first, ms. */
export interface Preset {
  /** As it stands in an address: `#show=figure-6`. Its words have the key `playground.preset.<id>`. */
  readonly id: string;
  readonly kind: 'figure' | 'state' | 'road';
  readonly session: Session;
  readonly now: number;
  /** The states that it leads to, by host. */
  readonly shows: Readonly<Partial<Record<HostName, State>>>;
}

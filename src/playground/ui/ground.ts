import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Deed } from '../model/deed.ts';
import type { Desk } from '../model/desk.ts';
import type { Play } from '../model/play.ts';
import type { Obstacle } from '../model/possible.ts';
import type { HostName, Setup } from '../model/setup.ts';
import type { View } from '../model/view.ts';
import type { Clock } from './use-clock.ts';

/** What every part of the playground sees, and what it can do. */
export interface Ground {
  readonly desk: Desk;
  readonly run: Play;
  readonly view: View;
  readonly clock: Clock;
  /** The transmission that is held by the pointer or the keyboard, by its name. */
  readonly held: string | null;
  /** The hosts that run the reader's own planks. */
  readonly mine: readonly HostName[];
  hold(name: string | null): void;
  /** What stands in the way of a deed. */
  why(deed: Deed): Obstacle | null;
  /** Does it; if it cannot be done, says why. */
  act(deed: Deed): void;
  turnTo(now: number): void;
  setUp(setup: Setup): void;
  undo(): void;
}

export const GroundContext = createContext<Ground | null>(null);

export function useGround(): Ground {
  const ground = useContext(GroundContext);
  if (!ground) throw new Error('no playground');
  return ground;
}

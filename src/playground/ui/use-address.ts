import { useEffect, useRef } from 'preact/hooks';
import { type Address, LONGEST, readAddress } from '../address/read.ts';
import { writeAddress } from '../address/write.ts';
import { type Desk, deskOf, EMPTY_DESK } from '../model/desk.ts';

/** How long the desk must lie still before the address follows, ms: browsers count such changes. */
const STILL = 400;

/** What the address brought: a desk, or a notice why it brought none. */
export interface Opened {
  readonly desk: Desk;
  readonly bad: Extract<Address, { kind: 'bad' }>['why'] | null;
}

/** Opens what an address brings. Whatever stands in it, nothing is done but what the playground does. */
export function openAddress(hash: string): Opened {
  const address = readAddress(hash);
  if (address.kind === 'session') {
    return { desk: deskOf(address.session, address.now), bad: null };
  }
  return { desk: EMPTY_DESK, bad: address.kind === 'bad' ? address.why : null };
}

/** Lets the address follow the desk, and the desk an address that somebody opens in the same page. */
export function useAddress(desk: Desk, isPlaying: boolean, open: (opened: Opened) => void): void {
  const first = useRef(desk);
  const own = useRef(location.hash);
  useEffect(() => {
    if (isPlaying || desk === first.current) return;
    const timer = setTimeout(() => {
      const hash = writeAddress(desk.session, desk.now);
      if (hash.length > LONGEST || hash === own.current) return;
      own.current = hash;
      history.replaceState(history.state, '', hash);
    }, STILL);
    return () => clearTimeout(timer);
  }, [desk, isPlaying]);

  useEffect(() => {
    const follow = () => {
      if (location.hash === own.current) return;
      own.current = location.hash;
      open(openAddress(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

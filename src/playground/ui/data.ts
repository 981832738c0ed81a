import type { Messages } from '#text/text.ts';

/** What the page says about itself, for its script. */
export interface PlaygroundData {
  readonly lang: string;
  /** Base path of the site: it stands in the keys of everything kept. */
  readonly base: string;
  /** The planks that each lab replaces, by its id. */
  readonly planks: Readonly<Record<string, readonly string[]>>;
  /** The texts that the script needs. */
  readonly messages: Messages;
}

/** Beginnings of the keys of those texts. */
export const PLAYGROUND_TEXTS = [
  ...['playground.', 'ladder.', 'host.', 'state.', 'states.', 'inspector.', 'save.', 'router.'],
  ...['ship.', 'words.', 'verdict.'],
];

import { presetCalled } from '#playground/presets/presets.ts';
import { t } from '#text/en.ts';
import { href } from '../address.ts';
import { isReachable, placeAt } from '../glossary/taught.ts';

/** A link to a place that shows or teaches something. */
export interface Shown {
  readonly href: string;
  readonly words: string;
}

const PRESET = '/playground/#show=';
const ATLAS = /^\/states\/([a-z0-9-]+)\/$/;
const FIGURE = /^#fig-(.+)$/;

/** Links to the places of these addresses that the course has: chapters, states, presets, figures here. */
export function linksTo(addresses: readonly string[]): Promise<readonly Shown[]> {
  return Promise.all(
    addresses.filter(isReachable).map(async (to) => ({
      href: to.startsWith('#') ? to : href(to),
      words: await wordsFor(to),
    })),
  );
}

/** What a place is called. Throws, and stops the build, if it is none. */
async function wordsFor(to: string): Promise<string> {
  const figure = FIGURE.exec(to)?.[1];
  if (figure !== undefined) return t('errata.figure', { label: figure.toUpperCase() });
  const state = ATLAS.exec(to)?.[1];
  if (state !== undefined) return t('errata.atlas', { state: state.toUpperCase() });
  if (to.startsWith(PRESET)) {
    const preset = to.slice(PRESET.length);
    if (!presetCalled(preset)) throw new Error(`The playground has no preset “${preset}”.`);
    return t('errata.preset', { what: t(`playground.preset.${preset}`) });
  }
  const place = await placeAt(to);
  if (!place) throw new Error(`There is nothing at ${to}.`);
  return place.section ?? place.title;
}

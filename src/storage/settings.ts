import { DEFAULT_SETTINGS, parseSettings, type SettingValues } from './kept.ts';
import type { Saved, Store } from './store.ts';

export type { SettingValues } from './kept.ts';

const NAME = 'settings';

/**
 * What the reader has chosen. A choice counts in every tab:
 *
 *     const settings = openSettings(store);
 *     settings.get('vim');                          // false until chosen
 *     settings.set('editor', 'light');
 *     const stop = settings.watch(() => redraw());  // here or in another tab; stop() ends it
 */
export interface Settings {
  get<K extends keyof SettingValues>(name: K): SettingValues[K];
  set<K extends keyof SettingValues>(name: K, value: SettingValues[K]): Saved;
  watch(listener: () => void): () => void;
}

export function openSettings(store: Store): Settings {
  const all = () => parseSettings(store.get(NAME)) ?? DEFAULT_SETTINGS;
  return {
    get: (name) => all()[name],
    set: (name, value) => store.set(NAME, { ...all(), [name]: value }),
    watch: (listener) => store.watch(NAME, listener),
  };
}

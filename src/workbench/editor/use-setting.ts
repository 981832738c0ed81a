import { useEffect, useState } from 'preact/hooks';
import type { Settings, SettingValues } from '#storage/settings.ts';

/** A setting and how to change it; draws anew when it changes, here or in another tab. */
export function useSetting<K extends keyof SettingValues>(
  settings: Settings,
  name: K,
): readonly [SettingValues[K], (value: SettingValues[K]) => void] {
  const [value, setValue] = useState(() => settings.get(name));
  useEffect(() => settings.watch(() => setValue(() => settings.get(name))), [settings, name]);
  const set = (next: SettingValues[K]) => {
    settings.set(name, next);
    setValue(() => settings.get(name));
  };
  return [value, set];
}

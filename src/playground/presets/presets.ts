import { FIGURES } from './figures.ts';
import type { Preset } from './preset.ts';
import { ROADS } from './roads.ts';
import { STATES_SHOWN } from './states.ts';

/** All that the playground can be opened with. */
export const PRESETS: readonly Preset[] = [...FIGURES, ...STATES_SHOWN, ...ROADS];

/** The preset of this name. */
export function presetCalled(id: string): Preset | null {
  return PRESETS.find((preset) => preset.id === id) ?? null;
}

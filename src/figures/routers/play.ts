import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import { readStory, type Story } from './story.ts';
import { type Settings, vary } from './vary.ts';

/**
 * Plays a scenario with these settings and reads its story. In a page this comes with the engine,
 * when a reader makes the first change. Throws ScenarioError, and Error as `readStory` does.
 */
export function playStory(scenario: Scenario, settings: Settings): Story {
  const varied = vary(scenario, settings);
  return readStory(varied, runScenario(varied));
}

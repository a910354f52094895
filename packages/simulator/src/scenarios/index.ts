import type { Scenario } from '../scenario.ts';
import { sampleRide } from './sample-ride.ts';

const scenarios: readonly Scenario[] = [sampleRide];

/** The rides that have a name. */
export const scenarioNames: readonly string[] = scenarios.map(({ name }) => name);

export function findScenario(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new RangeError(`No ride is called "${name}". There are: ${scenarioNames.join(', ')}`);
  return found;
}

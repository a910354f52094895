import type { Scenario } from '../scenario.ts';
import { canterIntervals } from './canter-intervals.ts';
import { forgotToStop } from './forgot-to-stop.ts';
import { hack } from './hack.ts';
import { jumpingLesson } from './jumping-lesson.ts';
import { jumpingWithBucks } from './jumping-with-bucks.ts';
import { lesson } from './lesson.ts';
import { lungeLeft, lungeRight, poorSensor } from './lunge.ts';
import { ponyLesson } from './pony-lesson.ts';
import { sampleRide } from './sample-ride.ts';
import { threeHours } from './three-hours.ts';
import { trotInHand } from './trot-in-hand.ts';
import { walkOnly } from './walk-only.ts';

/** The rides that have a name. */
export const scenarios: readonly Scenario[] = [
  sampleRide,
  lesson,
  ponyLesson,
  hack,
  lungeLeft,
  lungeRight,
  trotInHand,
  walkOnly,
  canterIntervals,
  jumpingLesson,
  jumpingWithBucks,
  forgotToStop,
  threeHours,
  poorSensor,
];

export const scenarioNames: readonly string[] = scenarios.map(({ name }) => name);

export function findScenario(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new RangeError(`No ride is called "${name}". There are: ${scenarioNames.join(', ')}`);
  return found;
}

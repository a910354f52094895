import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { outAndBack, type Scenario, simulate, toCsv, toSensorLoggerZip, toTcx } from '@piaffe/simulator';

const line = outAndBack('left', 60, 6);

/** Three minutes in three gaits: long enough for symmetry on straights, short enough to be analysed at once. */
const schooling: Scenario = {
  name: 'schooling',
  description: 'halt, walk, trot, canter, trot, halt',
  legs: [
    { gait: 'halt', seconds: 10, path: line },
    { gait: 'walk', seconds: 40, path: line },
    { gait: 'trot', seconds: 60, path: line },
    { gait: 'canter', seconds: 30, path: line },
    { gait: 'trot', seconds: 30, path: line },
    { gait: 'halt', seconds: 10, path: line },
  ],
};

/** The same ride of a horse whose two halves of a trot stride differ. */
export const uneven: Scenario = {
  ...schooling,
  name: 'uneven',
  horse: { asymmetry: { millimetres: 24, degrees: 40 } },
};

/** Without a halt in it, and with more kinds of transition: nobody knows what the gyroscope says at rest. */
export const neverAtRest: Scenario = {
  name: 'never at rest',
  description: 'walk, trot, walk, canter, walk, trot, canter, trot',
  legs: (['walk', 'trot', 'walk', 'canter', 'walk', 'trot', 'canter', 'trot'] as const).map((gait) => ({
    gait,
    seconds: 20,
    path: line,
  })),
};

/** Writes the recording of a ride, and tells where it is. Each number is another ride, and another horse unless it is said which. */
export async function writeRide(
  folder: string,
  name: string,
  seed = 1,
  scenario = schooling,
  horseSeed = seed,
): Promise<string> {
  const path = join(folder, name);
  const rows = toCsv(simulate(scenario, { sampleRateHz: 50, seed, horseSeed }));
  await pipeline(Readable.from(rows), createWriteStream(path));
  return path;
}

/** With fences in it, two of them in a combination. */
const jumping: Scenario = {
  name: 'a few fences',
  description: 'walk, trot, canter over four fences, walk',
  legs: [
    { gait: 'walk', seconds: 30, path: line },
    { gait: 'trot', seconds: 50, path: line },
    {
      gait: 'canter',
      seconds: 60,
      path: line,
      fences: [
        { after: 15, heightCm: 90 },
        { after: 30, heightCm: 90 },
        { after: 45, heightCm: 90 },
        { strides: 1, heightCm: 90 },
      ],
    },
    { gait: 'walk', seconds: 20, path: line },
  ],
};

/** Writes a ride over fences as a phone would, and beside it what a watch recorded of it: heart rate and position. */
export async function writeJumping(
  folder: string,
): Promise<{ readonly motion: string; readonly watch: string }> {
  const ride = simulate(jumping, { sampleRateHz: 50, seed: 7, startedAt: '2026-11-02T16:00:00Z' });
  const [motion, watch] = [join(folder, 'fences.zip'), join(folder, 'watch.tcx')];
  await writeFile(motion, await toSensorLoggerZip(ride, { position: false, heartRate: false }));
  await writeFile(watch, toTcx(ride));
  return { motion, watch };
}

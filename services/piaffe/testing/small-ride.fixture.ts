import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simulate, toCsv } from '@piaffe/simulator';

const straight = [{ curvature: 0, metres: 1000 }];
const toTheLeft = [{ curvature: 1 / 10, metres: 1000 }];

/** Writes two minutes of a simulated horse, straight and on the left rein, and returns the path of the CSV file. */
export async function writeSmallRide(folder: string, name = 'ride.csv'): Promise<string> {
  const ride = simulate(
    {
      name: 'small',
      description: 'halt, walk, trot, halt',
      legs: [
        { gait: 'halt', seconds: 8, path: straight },
        { gait: 'walk', seconds: 40, path: toTheLeft },
        { gait: 'trot', seconds: 60, path: straight },
        { gait: 'halt', seconds: 8, path: straight },
      ],
    },
    { sampleRateHz: 50 },
  );
  const path = join(folder, name);
  await writeFile(path, [...toCsv(ride)].join(''));
  return path;
}

import { simulate, toCsv } from '@piaffe/simulator';

const straight = [{ curvature: 0, metres: 1000 }];

/** Half a minute of a simulated horse as the bytes of a CSV file; another seed is another ride. */
export function smallRide({ seed = 1, seconds = 20 }: { seed?: number; seconds?: number } = {}): Buffer {
  const ride = simulate(
    {
      name: 'small',
      description: 'walk, trot',
      legs: [
        { gait: 'walk', seconds, path: straight },
        { gait: 'trot', seconds, path: straight },
      ],
    },
    { sampleRateHz: 50, seed },
  );
  return Buffer.from([...toCsv(ride)].join(''));
}

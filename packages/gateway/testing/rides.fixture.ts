import { type Scenario, simulate, straight, toCsv } from '@piaffe/simulator';

const shortRide: Scenario = {
  name: 'short ride',
  description: 'a little of two gaits',
  horse: { kind: 'warmblood' },
  legs: [
    { gait: 'walk', seconds: 15, path: straight },
    { gait: 'trot', seconds: 20, path: straight },
  ],
};

/** A ride of 35 s; each seed has other bytes. */
export function rideCsv(seed = 1): string {
  return [...toCsv(simulate(shortRide, { sampleRateHz: 50, seed }))].join('');
}

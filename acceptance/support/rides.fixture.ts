import { type Scenario, simulate, toCsv } from '@piaffe/simulator';

const straight = [{ curvature: 0, metres: 1000 }];

const short: Scenario = {
  name: 'short',
  description: 'halt, walk, trot, halt',
  legs: [
    { gait: 'halt', seconds: 8, path: straight },
    { gait: 'walk', seconds: 40, path: straight },
    { gait: 'trot', seconds: 60, path: straight },
    { gait: 'halt', seconds: 8, path: straight },
  ],
};

/** Recordings of one ride that differ in their bytes, so that each is analysed for itself. */
export interface Rides {
  /** The one of that number; the same number gives the same bytes. */
  ride(number: number): Uint8Array<ArrayBuffer>;
}

/** Two minutes at 50 Hz, 0.4 MB each. */
export function shortRides(): Rides {
  return ridesOf(toCsv(simulate(short, { sampleRateHz: 50 })));
}

/** Eight hours at 100 Hz in which the same step is taken again and again: valid, and too much for small limits. */
export function endlessRide(): Uint8Array<ArrayBuffer> {
  const samples = 3_000_000;
  const step = Array.from({ length: 67 }, (_, n) => {
    const phase = Math.sin((2 * Math.PI * n) / 67);
    return [0.1, 0.05, 0.4].map((g, axis) => (g * phase + (axis === 2 ? 1 : 0)).toFixed(2)).join();
  });
  const parts = ['t,ax,ay,az\n'];
  for (let from = 0; from < samples; from += 10_000) {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `${((from + n) / 100).toFixed(2)},${step[n % step.length]}\n`,
    );
    parts.push(rows.join(''));
  }
  return Buffer.from(parts.join(''));
}

/** Of any scenario of the simulator, at 100 Hz. */
export function ridesOfScenario(name: string): Rides {
  return ridesOf(toCsv(simulate(name, { sampleRateHz: 100 })));
}

export function ridesOf(csv: Iterable<string>): Rides {
  const text = Buffer.from([...csv].join('').trimEnd());
  return {
    // More digits behind the last value of the last sample.
    ride: (number) => Buffer.concat([text, Buffer.from(`${String(number).padStart(6, '0')}\n`)]),
  };
}

/**
 * Results of forty simulated rides, drawn at random over the published ranges of horses, mountings, rates and sensors,
 * beside their truth: share of the time in the right gait (outside 1.5 s of a change) and errors of the metrics. The rides
 * were looked at while the metrics were made, so this is a regression figure, not a claim about horses.
 */
import { mean, quantile } from '@piaffe/signal';
import { randomRide } from '@piaffe/simulator';
import { aggregateRide, gaitAgreement } from '../packages/aggregation/testing/simulated.fixture.ts';

const rides = 40;

interface Figure {
  readonly value: number | null;
}

const errors = new Map<string, number[]>();
const agreements: number[] = [];
const gaits = ['walk', 'trot', 'canter', 'gallop'] as const;

for (let seed = 1; seed <= rides; seed++) {
  const ride = randomRide(seed);
  const result = await aggregateRide(ride);
  agreements.push(gaitAgreement(result, ride));
  const found = result.metrics;
  const truth = ride.truth.metrics;
  for (const gait of gaits) {
    note(`${gait} cadence, 1/min`, found.gaits[gait].cadence, truth.gaits[gait].cadence);
    note(`${gait} elevation, %`, found.gaits[gait].elevation, truth.gaits[gait].elevation, true);
  }
  for (const figure of ['minDiff', 'maxDiff'] as const)
    note(`${figure}, mm`, found.symmetry[figure], truth.symmetry[figure]);
  note('left rein, share', found.reins.left.share, truth.reins.left.share);
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(`${rides} rides (seeds 1-${rides}), absolute errors as mean / 90th percentile / largest`);
console.log(
  `right gait: ${percent(mean(agreements))} of the time on average, worst ride ${percent(Math.min(...agreements))}`,
);
for (const [name, values] of errors) {
  const [ninth, largest] = [quantile(values, 0.9), Math.max(...values)];
  const figures = [mean(values), ninth, largest].map((value) => value.toFixed(3)).join(' / ');
  console.log(`${name.padEnd(22)} ${figures}  (${values.length} rides)`);
}

/** Keeps the error of a figure that both have; relative errors in percent of the truth. */
function note(name: string, found: Figure, truth: Figure, relative = false): void {
  if (found.value === null || truth.value === null) return;
  const error = Math.abs(found.value - truth.value);
  const list = errors.get(name) ?? [];
  list.push(relative ? (100 * error) / truth.value : error);
  errors.set(name, list);
}

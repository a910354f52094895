/**
 * Results of forty simulated rides, drawn at random over the published ranges of horses, mountings, rates and sensors,
 * beside their truth: share of the time in the right gait (outside 1.5 s of a change) and errors of the metrics; then
 * jumps in twenty rides over fences, with bucks, stumbles and spooks. The rides were looked at while the metrics were made,
 * so this is a regression figure, not a claim about horses.
 */
import { mean, quantile } from '@piaffe/signal';
import { randomJumpingRide, randomRide, toGpx } from '@piaffe/simulator';
import {
  aggregateFiles,
  aggregateRide,
  gaitAgreement,
} from '../packages/aggregation/testing/simulated.fixture.ts';

const rides = 40;
const jumpingRides = 20;
/** cm. Lower ones are often stepped over. */
const realFence = 60;

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
  const track = (await aggregateFiles([{ text: toGpx(ride) }])).result.metrics;
  note('heart rate, bpm', track.heartRate.mean, truth.heartRate.mean);
  note('distance, %', track.position.distance, truth.position.distance, true);
  note('climb, m', track.position.climb, truth.position.climb);
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

const jumps = { found: 0, missed: 0, wrong: 0, low: 0, lowFound: 0 };
const timings: number[] = [];
for (let seed = 1; seed <= jumpingRides; seed++) {
  const ride = randomJumpingRide(seed);
  const open = [...(await aggregateRide(ride)).jumps];
  for (const { at, takeOff, heightCm } of ride.truth.jumps) {
    const index = open.findIndex((jump) => Math.abs(jump.at - at) < 0.5);
    const [match] = index < 0 ? [] : open.splice(index, 1);
    if (match) timings.push(Math.abs(match.takeOff! - takeOff));
    if (heightCm < realFence) {
      jumps.low++;
      if (match) jumps.lowFound++;
    } else if (match) jumps.found++;
    else jumps.missed++;
  }
  jumps.wrong += open.length;
}
const f1 = (2 * jumps.found) / (2 * jumps.found + jumps.missed + jumps.wrong);
console.log(
  `${jumpingRides} rides over fences: F1 from ${realFence} cm ${f1.toFixed(3)} ` +
    `(${jumps.found} found, ${jumps.missed} missed, ${jumps.wrong} that were none), ` +
    `lower ones found ${jumps.lowFound} of ${jumps.low}, take-off within ${quantile(timings, 0.9).toFixed(3)} s (90 %)`,
);

/** Keeps the error of a figure that both have; relative errors in percent of the truth. */
function note(name: string, found: Figure, truth: Figure, relative = false): void {
  if (found.value === null || truth.value === null) return;
  const error = Math.abs(found.value - truth.value);
  const list = errors.get(name) ?? [];
  list.push(relative ? (100 * error) / truth.value : error);
  errors.set(name, list);
}

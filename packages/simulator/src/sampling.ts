import type { Random } from './random.ts';
import type { Sensor } from './sensor.ts';

/** The clock of the sensor ticks in steps of 0.1 ms. */
const ticksPerSecond = 10_000;

/**
 * When the samples that arrive were taken: seconds from the first, strictly increasing, to the end of the ride.
 * The first and the last always arrive, so that the recording is as long as the ride.
 */
export function drawSampleTimes(
  duration: number,
  sampleRateHz: number,
  sensor: Sensor,
  random: Random,
): Float64Array {
  if (!(sampleRateHz >= 1 && sampleRateHz <= 2000))
    throw new RangeError(`A sample rate of ${sampleRateHz} Hz: from 1 to 2000 are simulated`);
  const last = Math.floor(duration * sampleRateHz + 1e-6);
  const gaps = drawGaps(duration, sensor.gapsPerHour, random);
  const times = new Float64Array(last + 1);
  let count = 0;
  let gap = 0;
  let lastTick = -1;
  for (let i = 0; i <= last; i++) {
    const strays = sensor.jitter * (2 * random.uniform() - 1);
    const lost = random.uniform() < sensor.dropped;
    const edge = i === 0 || i === last;
    const tick = Math.round(((i + (edge ? 0 : strays)) / sampleRateHz) * ticksPerSecond);
    if (!edge && tick <= lastTick) continue;
    lastTick = tick;
    const time = tick / ticksPerSecond;
    while (gap < gaps.length && gaps[gap][1] <= time) gap++;
    const inGap = gap < gaps.length && gaps[gap][0] <= time;
    if ((lost || inGap) && !edge) continue;
    times[count++] = time;
  }
  return times.subarray(0, count);
}

function drawGaps(duration: number, perHour: number, random: Random): (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = [];
  if (perHour <= 0) return gaps;
  const spacing = 3600 / perHour;
  for (let at = -spacing * Math.log(1 - random.uniform()); at < duration; ) {
    const end = at + random.between(0.3, 2);
    gaps.push([at, end]);
    at = end + 2 - spacing * Math.log(1 - random.uniform());
  }
  return gaps;
}

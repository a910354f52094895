import { absent, known, type Metric } from './metric.ts';
import { mean, median } from './statistics.ts';

export interface HeartRateTruth {
  readonly mean: Metric;
  readonly max: Metric;
  readonly zones: Readonly<Record<'z1' | 'z2' | 'z3' | 'z4' | 'z5', Metric>>;
  readonly recovery: Metric;
}

/** bpm where each zone above the first begins. */
const borders = [110, 130, 150, 180] as const;

/** The truth of a heart rate given each second, bpm. */
export function heartRateTruth(bpm: Float64Array): HeartRateTruth {
  const inZone = (zone: number) =>
    bpm.filter((value) => borders.filter((border) => value >= border).length === zone).length;
  const zone = (index: number) => known(inZone(index), 's');
  return {
    mean: known(mean([...bpm]), 'bpm', bpm.length),
    max: known(Math.max(...bpm), 'bpm', bpm.length),
    zones: { z1: zone(0), z2: zone(1), z3: zone(2), z4: zone(3), z5: zone(4) },
    recovery: recovery(bpm),
  };
}

const high = 130;
const low = 64;
const lasting = 30;

/**
 * Seconds from 130 down to 64 bpm, after more than 30 s above 130 and before 30 s and more below 64; the median where
 * there are several.
 */
function recovery(bpm: Float64Array): Metric {
  const all: number[] = [];
  let above = 0;
  let left: number | null = null;
  let below = 0;
  for (let i = 0; i < bpm.length; i++) {
    if (bpm[i] >= high) {
      above++;
      left = null;
    } else {
      if (above > lasting) left = i;
      above = 0;
    }
    below = bpm[i] < low ? below + 1 : 0;
    if (left !== null && below === lasting) {
      all.push(i - lasting + 1 - left);
      left = null;
    }
  }
  if (all.length === 0) return absent('s', 'never more than 30 s above 130 bpm and then 30 s below 64');
  return known(median(all), 's', all.length);
}

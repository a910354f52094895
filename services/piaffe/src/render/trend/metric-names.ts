import { type TrendMetric, trendMetrics } from '@piaffe/trend/contract';

interface Told {
  readonly name: string;
  readonly unit: string;
  readonly digits: number;
}

const names: Readonly<Record<TrendMetric, string>> = {
  'gaits.walk.cadence': 'walk cadence',
  'gaits.trot.cadence': 'trot cadence',
  'gaits.canter.cadence': 'canter cadence',
  'gaits.walk.elevation': 'walk elevation',
  'gaits.trot.elevation': 'trot elevation',
  'gaits.canter.elevation': 'canter elevation',
  'gaits.walk.regularity': 'walk regularity',
  'gaits.trot.regularity': 'trot regularity',
  'gaits.canter.regularity': 'canter regularity',
  'symmetry.score': 'symmetry',
  'symmetry.minDiff': 'lowest points (MinDiff)',
  'symmetry.maxDiff': 'highest points (MaxDiff)',
  'transitions.count': 'transitions',
  'jumps.count': 'jumps',
  'load.gaitMinutes': 'load',
  'heartRate.mean': 'mean heart rate',
  'heartRate.max': 'highest heart rate',
  'heartRate.recovery': 'recovery of heart rate',
  'position.gaits.walk.speed': 'walk speed',
  'position.gaits.trot.speed': 'trot speed',
  'position.gaits.canter.speed': 'canter speed',
  'position.distance': 'distance',
};

const scores = /\.(regularity|score)$/;

/** How a metric is told to people. */
export function toldMetric(metric: TrendMetric): Told {
  const unit = trendMetrics[metric];
  const name = names[metric];
  if (metric === 'load.gaitMinutes') return { name, unit: 'gait-min', digits: 1 };
  if (unit !== '1') return { name, unit, digits: unit === 'm' || unit === 'bpm' ? 0 : 1 };
  return scores.test(metric) ? { name, unit: 'of 10', digits: 1 } : { name, unit: '', digits: 0 };
}

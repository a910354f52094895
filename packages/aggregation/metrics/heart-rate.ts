import type { Metrics } from '../schemas/session-result.ts';
import { missing, noHeartRate } from './metric.ts';

/** Heart rate is not read by this version; the keys of the result keep their place. */
export function heartRate(): Metrics['heartRate'] {
  const zone = () => missing('s', noHeartRate);
  return {
    mean: missing('bpm', noHeartRate),
    max: missing('bpm', noHeartRate),
    zones: { z1: zone(), z2: zone(), z3: zone(), z4: zone(), z5: zone() },
    recovery: missing('s', noHeartRate),
  };
}

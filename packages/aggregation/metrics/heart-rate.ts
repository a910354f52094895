import type { Metrics } from '../schemas/session-result.ts';
import { missing, notComputed } from './metric.ts';

/** Heart rate is not computed by this version; the keys of the result keep their place. */
export function heartRate(): Metrics['heartRate'] {
  const zone = () => missing('s', notComputed);
  return {
    mean: missing('bpm', notComputed),
    max: missing('bpm', notComputed),
    zones: { z1: zone(), z2: zone(), z3: zone(), z4: zone(), z5: zone() },
    recovery: missing('s', notComputed),
  };
}

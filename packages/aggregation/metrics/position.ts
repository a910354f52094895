import { type Metrics, movingGaits } from '../schemas/session-result.ts';
import { missing, noPosition } from './metric.ts';

/** Position is not read by this version; the keys of the result keep their place. */
export function position(): Metrics['position'] {
  const gait = () => ({ distance: missing('m', noPosition), speed: missing('m/min', noPosition) });
  return {
    distance: missing('m', noPosition),
    climb: missing('m', noPosition),
    gaits: Object.fromEntries(movingGaits.map((name) => [name, gait()])) as Metrics['position']['gaits'],
  };
}

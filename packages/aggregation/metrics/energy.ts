import type { Metrics } from '../schemas/session-result.ts';
import { missing, noPosition } from './metric.ts';

/** Energy needs the speed, and with it a position. */
export function energy(): Metrics['energy'] {
  return { perKilogram: missing('kJ/kg', noPosition) };
}

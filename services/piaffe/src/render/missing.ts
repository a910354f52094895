import { type Metrics, movingGaits } from '@piaffe/aggregation/contract';
import { gaitDrawings } from './drawings.ts';
import { wrap } from './layout.ts';

/** What the report leaves out altogether: one line per reason, naming all it explains. */
export function missing({ gaits, jumps, heartRate, position, energy }: Metrics, width: number): string[] {
  const byReason = new Map<string, string[]>();
  const add = (name: string, reason: string | null) => {
    const text = reason ?? 'not known why';
    byReason.set(text, [...(byReason.get(text) ?? []), name]);
  };
  for (const gait of movingGaits) {
    const { value, reason } = gaits[gait].time;
    if (value === null || value === 0) add(gaitDrawings[gait].name, value === 0 ? 'not ridden' : reason);
  }
  if (jumps.count.value === null) add('jumps', jumps.count.reason);
  if (heartRate.mean.value === null) add('heart rate', heartRate.mean.reason);
  if (position.distance.value === null) add('position', position.distance.reason);
  if (position.distance.value === null && energy.perKilogram.value === null)
    add('energy', energy.perKilogram.reason);
  return [...byReason].flatMap(([reason, names]) => wrap(`${names.join(', ')}: ${reason}`, width, 2));
}

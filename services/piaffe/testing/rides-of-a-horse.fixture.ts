import type { AnalysedLine } from '@piaffe/results';
import { analysedRide, measured, metrics } from './analysed-ride.fixture.ts';

const firstDay = Date.UTC(2026, 0, 5, 9);

/** Results of so many rides of one horse, two days apart; from `turnsAt` on MinDiff is 7 mm more. */
export function ridesOfAHorse(count: number, turnsAt = count): AnalysedLine[] {
  return Array.from({ length: count }, (_, index) => {
    const startedAt = new Date(firstDay + index * 2 * 86_400_000).toISOString();
    const ride = analysedRide({
      metrics: {
        ...metrics,
        symmetry: {
          ...metrics.symmetry,
          minDiff: measured(4 + Math.sin(index * 2.4) + (index < turnsAt ? 0 : 7), 'mm'),
        },
      },
    });
    const recording = { ...ride.recording, startedAt, sha256: index.toString(16).padStart(64, '0') };
    return { ...ride, file: `ride-${index + 1}.csv`, recording };
  });
}

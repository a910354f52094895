import type { TrendMetric } from '../schemas/metric-names.ts';
import { trend } from '../trend.ts';
import { horseYear } from './horse-year.fixture.ts';

export const sessionsPerYear = 200;

export interface FalseAlerts {
  readonly all: number;
  readonly byMetric: ReadonlyMap<TrendMetric, number>;
  /** Changes told though nothing changed but the season. */
  readonly changes: number;
}

/** Advice to talk to the vet over so many years of healthy horses. */
export function falseAlerts(years: number, firstSeed = 1): FalseAlerts {
  const byMetric = new Map<TrendMetric, number>();
  let changes = 0;
  for (let seed = firstSeed; seed < firstSeed + years; seed++) {
    const { outOfRange, metrics } = trend(horseYear({ seed, sessions: sessionsPerYear }));
    for (const { metric, advice } of outOfRange) {
      if (advice === 'talk-to-your-vet') byMetric.set(metric, (byMetric.get(metric) ?? 0) + 1);
    }
    for (const each of metrics) changes += each.changes.length;
  }
  return { all: [...byMetric.values()].reduce((sum, count) => sum + count, 0), byMetric, changes };
}

/** Share of the horses whose lasting change leads to the advice within five comparable sessions. */
export function foundWithinFive(metric: TrendMetric, by: number, horses: number, firstSeed = 1): number {
  const before = 20;
  let found = 0;
  for (let seed = firstSeed; seed < firstSeed + horses; seed++) {
    const change = { metric, from: before, by };
    const { outOfRange } = trend(
      horseYear({ seed, sessions: before + 5, contexts: 1, names: [metric], change }),
    );
    if (
      outOfRange.some(
        ({ advice, sessions }) => advice === 'talk-to-your-vet' && Number(sessions.at(-1)!.slice(5)) > before,
      )
    )
      found += 1;
  }
  return found / horses;
}

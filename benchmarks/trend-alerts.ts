/**
 * What trends say of simulated horses: how often healthy ones are told to talk to the vet, and how often a lasting change of
 * 6 mm is told within five comparable sessions. Healthy horses have days that hang together, seasons, contexts and odd
 * sessions (packages/trend/testing/horse-year.fixture.ts).
 */
import { falseAlerts, foundWithinFive, sessionsPerYear } from '../packages/trend/testing/alerts.fixture.ts';
import { printFigure } from './support/figures.ts';

const years = 200;
const horses = 500;

const { all, byMetric, changes } = falseAlerts(years);
printFigure('talk-to-your-vet per healthy horse-year', all / years, {
  unit: 'times',
  atMost: 1,
  note: `${years} horse-years of ${sessionsPerYear} sessions, seeds 1-${years}; changes told: ${(changes / years).toFixed(1)} a year over all metrics, mostly seasons`,
});
for (const [metric, count] of [...byMetric].sort(([, a], [, b]) => b - a))
  console.log(`  ${metric}: ${count}`);
for (const [index, metric] of (['symmetry.minDiff', 'symmetry.maxDiff'] as const).entries()) {
  const firstSeed = 1 + index * horses;
  const missed = 1 - foundWithinFive(metric, 6, horses, firstSeed);
  printFigure(`lasting 6 mm of ${metric} not told within five sessions`, 100 * missed, {
    unit: '%',
    atMost: 10,
    note: `${horses} horses, seeds ${firstSeed}-${firstSeed + horses - 1}, 20 sessions before`,
  });
}

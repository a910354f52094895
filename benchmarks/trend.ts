/**
 * The measures of the trend: Theil-Sen and Mann-Kendall over 10,000 points beside scipy's, in turns, and the whole trend of
 * 1,000 sessions with every metric. scipy is skipped by name where python3 has none (PIAFFE_PYTHON names another one).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mannKendall } from '../packages/trend/measures/mann-kendall.ts';
import { SlopeSelection } from '../packages/trend/measures/select-slopes.ts';
import { seriesOf } from '../packages/trend/measures/slope-order.ts';
import { medianSlope, slopeInterval } from '../packages/trend/measures/theil-sen.ts';
import { horseYear } from '../packages/trend/testing/horse-year.fixture.ts';
import { trend } from '../packages/trend/trend.ts';
import { median, printFigure } from './support/figures.ts';

const points = 10_000;
const rounds = 5;
const sessions = 1000;
const wholeRounds = 15;
const goalMilliseconds = 150;

const python = process.env.PIAFFE_PYTHON ?? 'python3';
const script = `
import json, sys, time
from scipy import stats
data = json.load(open(sys.argv[1]))
x, y = data["x"], data["y"]
begun = time.perf_counter()
slope = stats.theilslopes(y, x, 0.95)
between = time.perf_counter()
kendall = stats.kendalltau(x, y, method="asymptotic")
end = time.perf_counter()
print(json.dumps({"theilSen": (between - begun) * 1000, "mannKendall": (end - between) * 1000,
  "slope": slope[0], "low": slope[2], "high": slope[3], "tau": kendall[0]}))
`;

const x = Float64Array.from({ length: points }, (_, i) => i / 3.5);
const y = Float64Array.from(x, (at, i) => 0.002 * at + 3 * Math.sin(i * i * 0.7) + 2 * Math.sin(i * 12.9898));

interface Outcome {
  readonly theilSen: number;
  readonly mannKendall: number;
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly tau: number;
}

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-trend-'));
try {
  writeFileSync(join(folder, 'points.json'), JSON.stringify({ x: [...x], y: [...y] }));
  compare();
  wholeTrend();
} finally {
  rmSync(folder, { recursive: true });
}

function compare(): void {
  const hasScipy = spawnSync(python, ['-c', 'import scipy']).status === 0;
  if (!hasScipy) console.log(`scipy: skipped, ratios not measured: ${python} has no scipy`);
  const [own, theirs]: [Outcome[], Outcome[]] = [[], []];
  ours();
  for (let round = 0; round < rounds; round++) {
    own.push(ours());
    if (hasScipy) theirs.push(scipys());
  }
  for (const measure of ['theilSen', 'mannKendall'] as const) {
    const mine = median(own.map((each) => each[measure]));
    const name = `${measure === 'theilSen' ? 'Theil-Sen with interval' : 'Mann-Kendall'} over ${points} points`;
    printFigure(name, mine, { unit: 'ms', note: `median of ${rounds}` });
    if (!hasScipy) continue;
    const other = median(theirs.map((each) => each[measure]));
    console.log(`  scipy: ${other.toPrecision(3)} ms; ratio ${(other / mine).toPrecision(3)}`);
  }
  if (!hasScipy) return;
  const off = Math.max(
    ...(['slope', 'low', 'high', 'tau'] as const).map((key) => Math.abs(own[0][key] - theirs[0][key])),
  );
  console.log(`  largest difference of slope, interval and tau from scipy's: ${off.toExponential(1)}`);
  if (!(off < 1e-9)) process.exitCode = 1;
}

function ours(): Outcome {
  const begun = performance.now();
  const { variance, tau } = mannKendall([seriesOf(x, y)], [1]);
  const between = performance.now();
  const slopes = new SlopeSelection([seriesOf(x, y)]);
  const slope = medianSlope(slopes) ?? Number.NaN;
  const [low, high] = slopeInterval(slopes, variance);
  const end = performance.now();
  return { mannKendall: between - begun, theilSen: end - between, slope, low, high, tau };
}

function scipys(): Outcome {
  const { status, stdout, stderr } = spawnSync(python, ['-c', script, join(folder, 'points.json')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${python} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** All metrics, all sessions comparable: the most that has to be computed. */
function wholeTrend(): void {
  const input = horseYear({ seed: 1, sessions, contexts: 1 });
  const cpu: number[] = [];
  const times = Array.from({ length: wholeRounds }, () => {
    const cpuBefore = process.cpuUsage();
    const begun = performance.now();
    trend(input);
    cpu.push(process.cpuUsage(cpuBefore).user / 1000);
    return performance.now() - begun;
  });
  printFigure(`whole trend of ${sessions} sessions, ${input.metrics.length} metrics`, median(times), {
    unit: 'ms',
    atMost: goalMilliseconds,
    note: `median of ${wholeRounds}, ${median(cpu).toFixed(0)} ms of them on the processor, the first ${times[0].toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms; the goal is that of a whole answer of the server`,
  });
}

/**
 * Three hours at 100 Hz as CSV (about 60 MB), decoded and analysed: peak memory of the whole process tree, and time.
 * Measured twice: from the pinned Node on, and as a user starts it, through npx, whose own memory then counts as well.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, type Run } from './support/peak-memory.ts';

const goalMegabytes = 400;
const runs = 3;
const piaffe = fileURLToPath(new URL('../services/piaffe/bin/piaffe.mjs', import.meta.url));

if (process.platform === 'linux') await main();
else
  console.log(
    `three-hours: skipped, goal not measured: proportional set size needs Linux (${process.platform})`,
  );

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-three-hours-'));
  try {
    const ride = join(folder, 'three-hours.csv');
    const simulated = await measure(process.execPath, [piaffe, 'simulate', 'three-hours', '--out', ride]);
    if (simulated.code !== 0) throw new Error(`piaffe simulate ended with ${simulated.code}`);
    console.log(
      `three hours at 100 Hz: ${(statSync(ride).size / 1e6).toFixed(1)} MB, simulated in ${simulated.seconds.toFixed(1)} s`,
    );

    const analyse = ['analyse', ride, '--json'];
    report('pinned Node', await repeat(process.execPath, [piaffe, ...analyse]));
    report('through npx', await repeat('npx', ['--no-install', 'piaffe', ...analyse]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function repeat(command: string, args: readonly string[]): Promise<readonly Run[]> {
  const done: Run[] = [];
  for (let n = 0; n < runs; n += 1) {
    const run = await measure(command, args);
    if (run.code !== 0) throw new Error(`${command} ended with ${run.code}`);
    done.push(run);
  }
  return done;
}

function report(how: string, done: readonly Run[]): void {
  const peak = median(done.map(({ peakMegabytes }) => peakMegabytes));
  const seconds = median(done.map(({ seconds }) => seconds));
  const verdict = peak <= goalMegabytes ? 'met' : 'MISSED';
  console.log(
    `${how}: peak ${peak.toFixed(0)} MB (goal ${goalMegabytes} MB: ${verdict}), ${seconds.toFixed(1)} s; medians of ${done.length}`,
  );
  if (peak > goalMegabytes) process.exitCode = 1;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

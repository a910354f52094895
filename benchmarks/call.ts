/**
 * `piaffe call aggregation.aggregate < ride.csv` on ten minutes at 100 Hz, from source, from the start of the pinned Node to
 * its end; beside it what the same program takes to answer without computing. CPU seconds tell how busy the machine was with
 * other things: on a quiet one they are about the same as those of the clock.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarios, simulate, toCsv } from '@piaffe/simulator';
import { median, printFigure } from './support/figures.ts';

const runs = 9;
const secondsOfTheRide = 600;
const ticksPerSecond = 100;
const piaffe = fileURLToPath(new URL('../services/piaffe/bin/piaffe.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'piaffe-call-'));
const ride = join(folder, 'ten-minutes.csv');

interface Run {
  readonly seconds: number;
  readonly cpu: number;
}

try {
  writeFileSync(ride, [...toCsv(simulate(tenMinutes(), { sampleRateHz: 100 }))].join(''));
  const empty: Run[] = [];
  const whole: Run[] = [];
  // In turn, so that whatever else the machine does meets both. The first of each fills the cache of compiled code.
  for (let n = 0; n <= runs; n += 1) {
    const done = [
      await run('aggregation.algorithm', '/dev/null'),
      await run('aggregation.aggregate', ride),
    ] as const;
    if (n === 0) continue;
    empty.push(done[0]);
    whole.push(done[1]);
  }
  report('a call that computes nothing', empty);
  report('a ride of ten minutes', whole, 1);
} finally {
  rmSync(folder, { recursive: true });
}

function tenMinutes() {
  const lesson = scenarios.find(({ name }) => name === 'lesson')!;
  let left = secondsOfTheRide;
  const legs = lesson.legs.flatMap((leg) => {
    const seconds = Math.min(leg.seconds, left);
    left -= seconds;
    return seconds > 0 ? [{ ...leg, seconds }] : [];
  });
  return { ...lesson, name: 'ten-minutes', description: 'Ten minutes in an arena', legs };
}

async function run(operation: string, input: string): Promise<Run> {
  const cpuBefore = cpuOfChildren();
  const began = performance.now();
  const stdin = openSync(input, 'r');
  const child = spawn(process.execPath, [piaffe, 'call', operation], { stdio: [stdin, 'ignore', 'inherit'] });
  closeSync(stdin);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`piaffe call ${operation} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, cpu: cpuOfChildren() - cpuBefore };
}

/** Of those that have ended, in s; NaN where there is no /proc. */
function cpuOfChildren(): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program, in parentheses, may hold blanks. cutime and cstime are the 16th and 17th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function report(name: string, done: readonly Run[], atMost?: number): void {
  const cpu = median(done.map((each) => each.cpu)).toFixed(2);
  const note = `${cpu} s of CPU, medians of ${done.length} runs`;
  const seconds = median(done.map((each) => each.seconds));
  printFigure(name, seconds, { unit: 's', note, ...(atMost === undefined ? {} : { atMost }) });
}

import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios, simulate, toCsv } from '@piaffe/simulator';
import { commandLine } from '../../acceptance/support/server.fixture.ts';
import { median, printFigure } from '../support/figures.ts';

const rounds = 9;
const secondsOfTheRide = 600;

/** `piaffe call aggregation.aggregate < ride.csv`, from source, from its start to its end. */
export async function measureOneCall(folder: string): Promise<void> {
  const ride = join(folder, 'ride.csv');
  writeFileSync(ride, [...toCsv(simulate(tenMinutes(), { sampleRateHz: 100 }))].join(''));
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) seconds.push(await call(ride));
  printFigure('piaffe call, a ride of ten minutes', median(seconds), {
    unit: 's',
    atMost: 1,
    note: `median of ${rounds}, from source; ${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)} s`,
  });
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

/** Seconds. */
async function call(ride: string): Promise<number> {
  const input = openSync(ride, 'r');
  const [program, ...words] = commandLine(['call', 'aggregation.aggregate']);
  const began = performance.now();
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      spawn(program, words, { stdio: [input, 'ignore', 'inherit'] })
        .once('error', reject)
        .once('close', resolve);
    });
    if (code !== 0) throw new Error(`piaffe call ended with ${code}`);
  } finally {
    closeSync(input);
  }
  return (performance.now() - began) / 1000;
}

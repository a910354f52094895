import { setTimeout } from 'node:timers/promises';
import { startServer } from '../../acceptance/support/server.fixture.ts';
import { median, printFigure } from '../support/figures.ts';
import { treeMegabytes } from '../support/peak-memory.ts';

const rounds = 3;
const secondsToSettle = 10;

/** Of the server and its computation process, a while after both are up. */
export async function measureIdleMemory(folder: string): Promise<void> {
  const megabytes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await using server = await startServer({ folder });
    while (!server.log.some((line) => line.includes('"kind":"up"'))) await setTimeout(50);
    await setTimeout(secondsToSettle * 1000);
    megabytes.push(treeMegabytes(server.pid));
  }
  printFigure('idle memory', median(megabytes), {
    unit: 'MB',
    atMost: 250,
    note: `proportional set size of the whole process tree, median of ${rounds}`,
  });
}

import { rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { runProcess } from '@piaffe/processes';
import { filesOf } from './files-of.ts';
import { modules, type Surroundings } from './modules.ts';

/**
 * What the service starts beside itself, in each thread of that process: aggregation and trend, which read what was sent
 * to it, and a data folder where it has one. Whoever serves goes first.
 */
export async function runComputation([
  scratchFolder = '',
  dataFolder = '',
]: readonly string[]): Promise<void> {
  if (isMainThread) leaveNothing(scratchFolder);
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const files = filesOf({ scratchFolder, dataFolder: dataFolder === '' ? null : dataFolder });
  await runProcess({ modules, surroundings: { files } satisfies Surroundings });
}

/** A service that is killed cannot remove what was sent to it: its computation does, as it hears of it. */
function leaveNothing(scratchFolder: string): void {
  process.once('disconnect', () => rmSync(scratchFolder, { recursive: true, force: true }));
}

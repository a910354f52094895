import { constants, setPriority } from 'node:os';
import { runProcess } from '@piaffe/processes';
import { readBlobs } from '@piaffe/storage';
import { hostedAggregation } from './compose/aggregation.ts';
import { hostedTrend } from './compose/trend.ts';

/**
 * What a server starts beside itself: `movableModules`, or a plugin. It reads the recordings of the data folder, opens no
 * database, and lets whoever reads go first. Called in each thread of the process; on Linux each has a priority of its own.
 */
export async function runComputation(dataFolder: string): Promise<void> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await runProcess({
    modules: [hostedAggregation, hostedTrend],
    surroundings: { files: readBlobs(dataFolder) },
  });
}

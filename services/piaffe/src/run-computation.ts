import { runProcess } from '@piaffe/processes';
import { readBlobs } from '@piaffe/storage';
import { hostedAggregation } from './compose/aggregation.ts';
import { hostedTrend } from './compose/trend.ts';

/**
 * What a server starts beside itself: `movableModules`, or a plugin. It reads the recordings of the data folder, opens no
 * database. Called in each thread of the process.
 */
export async function runComputation(dataFolder: string): Promise<void> {
  await runProcess({
    modules: [hostedAggregation, hostedTrend],
    surroundings: { files: readBlobs(dataFolder) },
  });
}

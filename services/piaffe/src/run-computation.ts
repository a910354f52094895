import { runProcess } from '@piaffe/kernel';
import { readBlobs } from '@piaffe/storage';
import { hostedAggregation } from './compose/aggregation.ts';

/** What a server starts beside itself: `movableModules`. It reads the recordings of the data folder and opens no database. */
export async function runComputation(dataFolder: string): Promise<void> {
  await runProcess({ modules: [hostedAggregation(readBlobs(dataFolder))] });
}

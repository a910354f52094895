import { runProcess } from '@piaffe/kernel';
import { readBlobs } from '@piaffe/storage';
import { computationModules } from './modules.ts';

/** What a server starts beside itself. It reads the recordings of the data folder and opens no database. */
export async function runComputation(dataFolder: string): Promise<void> {
  await runProcess({ modules: computationModules(readBlobs(dataFolder)) });
}

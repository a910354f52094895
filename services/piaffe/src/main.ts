import { computationWord as serviceWord } from '@piaffe/compute/word';
import { computationWord } from './computation.ts';

/** Runs one command line, without the program's own name, and leaves the exit code in `process.exitCode`. */
export async function main(words: readonly string[]): Promise<void> {
  const [first, dataFolder = '', ...others] = words;
  // Each is loaded only when it is asked for.
  if (first === computationWord) await (await import('./run-computation.ts')).runComputation(dataFolder);
  else if (first === serviceWord)
    await (await import('@piaffe/compute')).runComputation([dataFolder, ...others]);
  else await (await import('./command-line.ts')).runCommandLine(words);
}

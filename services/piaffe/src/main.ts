import { runInternal } from './internal-words.ts';

/** Runs one command line, without the program's own name, and leaves the exit code in `process.exitCode`. */
export async function main(words: readonly string[]): Promise<void> {
  if (await runInternal(words)) return;
  await (await import('./command-line.ts')).runCommandLine(words);
}

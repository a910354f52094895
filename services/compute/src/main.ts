#!/usr/bin/env node
import { CommanderError } from 'commander';
import { pino, stdTimeFunctions } from 'pino';
import { computeCommand } from './command.ts';
import { computationWord } from './computation-word.ts';
import { inheritedVariables } from './inherited-variables.ts';
import { version } from './version.ts';

/** The service as a program of its own: what `npm run build -- compute` puts into one file. */
async function main([first, ...words]: readonly string[]): Promise<void> {
  if (first === computationWord) return (await import('./run-computation.ts')).runComputation(words);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted.signal.aborted) process.exit(130);
      interrupted.abort(new Error(`ended by ${signal}`));
    });
  }
  const command = computeCommand({
    variables: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupted.signal,
    program: {
      command: process.execPath,
      args: [process.argv[1]],
      env: inheritedVariables(process.env),
    },
    output: () => ({
      log: pino({
        level: process.env.PIAFFE_LOG_LEVEL ?? 'info',
        base: null,
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      }),
      line: (text) => process.stdout.write(`${text}\n`),
    }),
    finish: (exitCode) => {
      process.exitCode = exitCode;
    },
  });
  command.name('piaffe-compute').version(version, '-V, --version', 'print the version').exitOverride();
  try {
    await command.parseAsync(first === undefined ? [] : [first, ...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 64;
    else {
      process.exitCode = 70;
      console.error(error);
    }
  }
}

await main(process.argv.slice(2));

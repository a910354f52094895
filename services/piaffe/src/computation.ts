import { isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';
import type { Program } from '@piaffe/processes';
import { computationWord } from './internal-words.ts';

const file = isSea() ? [] : [fileURLToPath(new URL('../bin/piaffe.mjs', import.meta.url))];
const inherited = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'NODE_COMPILE_CACHE'] as const;

/** This program, to be started again with other words. It inherits no more than a program needs to run. */
export const programAgain = (...words: readonly string[]): Program => ({
  command: process.execPath,
  args: [...file, ...words],
  env: inheritedVariables(),
});

/** How the processes beside a server are started. */
export const computationProgram = (dataFolder: string): Program => programAgain(computationWord, dataFolder);

function inheritedVariables(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

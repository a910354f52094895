import { fileURLToPath } from 'node:url';
import type { Program } from '@piaffe/processes';

/** The word on the command line by which a server starts this program again, to compute in. Not for people. */
export const computationWord = 'compute-for-server';

const executable = fileURLToPath(new URL('../bin/piaffe.mjs', import.meta.url));
const inherited = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'NODE_COMPILE_CACHE'] as const;

/** This program, to be started again with other words. It inherits no more than a program needs to run. */
export const programAgain = (): Program => ({
  command: process.execPath,
  args: [executable],
  env: inheritedVariables(),
});

/** How the processes beside a server are started. */
export function computationProgram(dataFolder: string): Program {
  return { ...programAgain(), args: [executable, computationWord, dataFolder] };
}

function inheritedVariables(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

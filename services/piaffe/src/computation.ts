import { fileURLToPath } from 'node:url';
import type { Program } from '@piaffe/processes';

/** The word on the command line by which a server starts this program again, to compute in. Not for people. */
export const computationWord = 'compute-for-server';

const executable = fileURLToPath(new URL('../bin/piaffe.mjs', import.meta.url));
const inherited = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'NODE_COMPILE_CACHE'] as const;

/** How the processes beside a server are started. They inherit no more than a program needs to run. */
export function computationProgram(dataFolder: string): Program {
  return {
    command: process.execPath,
    args: [executable, computationWord, dataFolder],
    env: inheritedVariables(),
  };
}

function inheritedVariables(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

import { brotliDecompressSync } from 'node:zlib';
import { Command } from 'commander';
import { readAsset } from '../assets.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CommandContext } from './command-context.ts';

/** The text is made as the executable is, and lies in it. */
export function licencesCommand({ stdout, stderr, finish }: CommandContext): Command {
  return new Command('licences')
    .summary('print the licences of everything in this program')
    .description('Prints the licence of Piaffe, and those of the works of others that are in the executable.')
    .action(async () => {
      const licences = await readAsset('LICENCES.txt.br').catch(() => null);
      if (licences === null) {
        stderr.write('piaffe: From source, each package in node_modules has its own licence beside it.\n');
        finish(exitCodes.wrongUsage);
        return;
      }
      stdout.write(brotliDecompressSync(licences));
      finish(exitCodes.allWell);
    });
}

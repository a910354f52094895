import { computeCommand as commandOf } from '@piaffe/compute';
import type { Command } from 'commander';
import { programAgain } from '../computation.ts';
import { serverOutput } from '../serve/server-output.ts';
import type { CommandContext } from './command-context.ts';

export function computeCommand(context: CommandContext): Command {
  return commandOf({
    ...context,
    variables: process.env,
    program: programAgain(),
    output: () => serverOutput(context.stdout, null),
  });
}

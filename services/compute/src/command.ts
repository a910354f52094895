import type { Program } from '@piaffe/processes';
import { Command } from 'commander';
import type { FastifyBaseLogger } from 'fastify';
import { cannotServe } from './cannot-serve.ts';
import { runCompute } from './run-compute.ts';
import { type ComputeFlags, computeSettings, SettingNotValid } from './settings.ts';
import { tokenText } from './tokens/token-text.ts';
import { makeToken, TokensNotValid } from './tokens/tokens.ts';

/** What the command is given by the program that it is part of. */
export interface ComputeContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Aborted when the user interrupts the program. */
  readonly signal: AbortSignal;
  /** How the program is started again, to compute. */
  readonly program: Program;
  /** Where the service logs, and says that it serves. */
  output(): { readonly log: FastifyBaseLogger; line(text: string): void };
  finish(exitCode: number): void;
}

const help = `
Examples:
  piaffe compute
      on http://127.0.0.1:7471, for programs of this machine; /docs tells how to ask it
  curl --data-binary @ride.csv "http://127.0.0.1:7471/v1/metrics?startedAt=2026-05-01T10:30:00Z"
  piaffe compute token lab > token.txt
      a token for others, and on standard error the entry by which the service knows it

It keeps nothing: what is sent to it is gone with the answer. Entries of tokens are in PIAFFE_COMPUTE_TOKENS or in the
file that PIAFFE_COMPUTE_TOKENS_FILE names, one per line. Every flag has its variable, such as PIAFFE_COMPUTE_PORT.
Prints "ready URL" on a line of its own once it serves. Ctrl-C or SIGTERM ends it.
Exit code: 0 ended as asked, 64 wrong usage, 69 the port is not to be had, 70 a fault of Piaffe itself.`;

/** The command `compute`, and `compute token`. */
export function computeCommand(context: ComputeContext): Command {
  const command = new Command('compute')
    .summary('serve aggregation and trend alone, to whoever has recordings')
    .description(
      'Runs the computation service: recordings in, metrics and series out; results in, trends out. It needs no server, no ' +
        'accounts and no database.',
    )
    .option('--host <address>', 'the address, 0.0.0.0 for all of them; else 127.0.0.1')
    .option('--port <n>', 'the port, 0 takes a free one; else 7471')
    .option('--data <folder>', 'the data folder of a server, whose recordings are then read where they are')
    .option('--memory-mb <n>', 'what the computation may take, in MB; else 2048')
    .option('--workers <n>', 'how many recordings are worked on at once; else 2')
    .option('--scratch-mb <n>', 'room for what is sent to be worked on, in MB; else 4096')
    .addHelpText('after', help)
    .action(async (flags: ComputeFlags) => {
      const settings = valid(command, () =>
        computeSettings(flags, context.variables, tokenText(context.variables)),
      );
      try {
        await runCompute(settings, { ...context, ...context.output() });
        context.finish(0);
      } catch (error) {
        const problem = cannotServe(error, settings);
        if (problem === null) throw error;
        context.stderr.write(`piaffe: ${problem}\n`);
        context.finish(69);
      }
    });
  const token = new Command('token')
    .summary('make a token for the service')
    .description(
      'Prints a new token on standard output and, on standard error, the entry by which the service knows it.',
    )
    .argument('<name>', 'whose it is')
    .action((name: string) => {
      const made = valid(token, () => makeToken(name));
      context.stdout.write(`${made.token}\n`);
      context.stderr.write(`The service knows it by this entry of PIAFFE_COMPUTE_TOKENS:\n${made.entry}\n`);
      context.finish(0);
    });
  return command.addCommand(token);
}

/** Wrong usage ends the command. */
function valid<T>(command: Command, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SettingNotValid || error instanceof TokensNotValid)
      command.error(`error: ${error.message}`);
    throw error;
  }
}

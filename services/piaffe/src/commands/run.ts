import { Command, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { CannotServe } from '../serve/cannot-serve.ts';
import { runModule } from '../serve/run-module.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const help = `
Example, for the plan all-remote, each in a terminal of its own:
  export PIAFFE_SERVICE_TOKEN=$(openssl rand -hex 32)
  piaffe compute --data ./data
  piaffe run auth --plan all-remote
  piaffe run stable --plan all-remote
  piaffe run sessions --plan all-remote
  piaffe serve --plan all-remote

They share one data folder, so they run on one machine. PIAFFE_SERVICE_TOKEN, or the file that PIAFFE_SERVICE_TOKEN_FILE names,
is what they show each other. Prints "ready URL" on a line of its own once it answers. Ctrl-C or SIGTERM ends it when what is
in flight has ended. Exit codes are those of "piaffe serve".`;

export function runCommand(context: CommandContext): Command {
  const command = new Command('run')
    .summary('run one module of the server in a process of its own')
    .description(
      'Runs one module at the address that the plan gives it; what it needs it finds by the same plan.',
    )
    .argument('<module>', 'auth, stable or sessions')
    .addOption(
      new Option('--drill', 'take orders of faults from the process that starts this one').hideHelp(),
    )
    .addHelpText('after', help);
  return addServerFlags(command, ['plan', 'data']).action(
    async (module: string, flags: { drill?: boolean }) => {
      const settings = settingsOf(command, context.environment);
      try {
        await runModule(module, settings, { ...context, drill: flags.drill === true });
        context.finish(exitCodes.allWell);
      } catch (error) {
        if (!(error instanceof CannotServe)) throw error;
        context.stderr.write(`piaffe: ${error.message}\n`);
        context.finish(error.exitCode);
      }
    },
  );
}

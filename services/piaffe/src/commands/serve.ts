import { Command, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { CannotServe } from '../serve/cannot-serve.ts';
import { runServer } from '../serve/run-server.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const help = `
Examples:
  piaffe serve
      on http://127.0.0.1:7470, for this machine alone, with its data in ./data
  piaffe serve --host 0.0.0.0 --data /srv/piaffe
      for everybody who can reach this machine

A server that nobody has used yet gets a demo stable of three horses, in the background; its owner removes it on
the pages, and --no-demo leaves it out.
Prints "ready URL" on a line of its own once it serves. Ctrl-C or SIGTERM ends it when what is in flight has ended, after
10 s at the latest (PIAFFE_DRAIN_SECONDS); a second one ends it at once.
Behind a reverse proxy: PIAFFE_TRUST_PROXY lists its addresses, PIAFFE_PUBLIC_URL says how people reach it.
PIAFFE_LOG_LEVEL is one of debug, info, warn, error, silent.
Exit code: 0 ended as asked, 64 wrong usage or plan, 65 the data folder is damaged or of a newer Piaffe (see piaffe doctor),
69 the port, the folder or the disk is not to be had, 70 a fault of Piaffe itself.`;

export function serveCommand(context: CommandContext): Command {
  const command = new Command('serve')
    .summary('keep rides and show them: the API and the pages, for a browser')
    .description('Runs the server: it takes in recordings, keeps them, analyses them and shows the rides.')
    .addOption(
      new Option('--drill', 'take orders of faults from the process that starts this one').hideHelp(),
    )
    .addHelpText('after', help);
  return addServerFlags(command, ['data', 'port', 'host', 'plan', 'demo', 'basePath']).action(async () => {
    const settings = settingsOf(command, context.environment);
    try {
      await runServer(settings, { ...context, drill: command.opts<{ drill?: boolean }>().drill === true });
      if (context.stderr.isTTY) context.stderr.write('Stopped.\n');
      context.finish(exitCodes.allWell);
    } catch (error) {
      if (!(error instanceof CannotServe)) throw error;
      context.stderr.write(`piaffe: ${error.message}\n`);
      context.finish(error.exitCode);
    }
  });
}

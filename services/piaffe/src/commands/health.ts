import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { askHealth } from '../serve/ask-health.ts';
import { serverOf } from '../serve/serving-file.ts';
import { usualUrl } from '../serve/usual-url.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const help = `
For whatever watches over a server and starts it again: a container, an orchestrator, a script.
Exit code: 0 it can serve, also while rides cannot be analysed for the moment; 69 it cannot, or does not answer within 5 s;
64 wrong usage.`;

export function healthCommand(context: CommandContext): Command {
  const { environment, stdout, stderr, finish } = context;
  const command = new Command('health')
    .summary('say whether a server can serve')
    .description('Asks the server of a data folder, or of an address, whether it can serve.')
    .addHelpText('after', help);
  return addServerFlags(command, ['data', 'port', 'host', 'basePath']).action(async () => {
    const settings = settingsOf(command, environment);
    const url = (await serverOf(settings.dataFolder))?.url ?? usualUrl(settings);
    const { isWell, sentence } = await askHealth(url);
    (isWell ? stdout : stderr).write(`${isWell ? '' : 'piaffe: '}${sentence}\n`);
    finish(isWell ? exitCodes.allWell : exitCodes.notAvailable);
  });
}

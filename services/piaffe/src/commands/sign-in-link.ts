import { existsSync } from 'node:fs';
import { openStore } from '@piaffe/storage';
import { Command } from 'commander';
import { pino } from 'pino';
import { bindAuth } from '../compose/auth.ts';
import { allMigrations } from '../compose/data-folder.ts';
import { exitCodes } from '../exit-codes.ts';
import { CannotServe, whyNotServed } from '../serve/cannot-serve.ts';
import type { ServerSettings } from '../serve/server-settings.ts';
import { serverOf } from '../serve/serving-file.ts';
import { signInUrl } from '../serve/sign-in-url.ts';
import { usualUrl } from '../serve/usual-url.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const help = `
The link signs the administrator in, once, within 15 minutes. It is the only thing that is printed. It works beside a
running server, and for one that is not running yet.
Exit code: 0, 64 wrong usage, 65 the data folder is not there, damaged or of another version, 69 it is not to be had.`;

export function signInLinkCommand(context: CommandContext): Command {
  const command = new Command('sign-in-link')
    .summary('print a link that signs the administrator in')
    .description(
      'Prints a link that signs the administrator of a server in, such as when the password is lost.',
    )
    .addHelpText('after', help);
  return addServerFlags(command, ['data', 'port', 'host', 'basePath']).action(async () => {
    const settings = settingsOf(command, context.environment);
    try {
      context.stdout.write(`${await newLink(settings)}\n`);
      context.finish(exitCodes.allWell);
    } catch (error) {
      const why = whyNotServed(error);
      if (!(why instanceof CannotServe)) throw error;
      context.stderr.write(`piaffe: ${why.message}\n`);
      context.finish(why.exitCode);
    }
  });
}

async function newLink(settings: ServerSettings): Promise<string> {
  const { dataFolder, publicUrl } = settings;
  if (!existsSync(dataFolder)) {
    const sentence = `There is no data folder ${dataFolder}: start the server once, or name another folder with --data.`;
    throw new CannotServe(sentence, exitCodes.inputRejected);
  }
  await using store = await openStore(dataFolder, { migrations: await allMigrations(), lock: false });
  await using auth = await bindAuth({ database: store.database, log: pino({ level: 'silent' }) });
  const { secret } = await auth.client.createSignInLink({});
  return signInUrl(publicUrl ?? (await serverOf(dataFolder))?.url ?? usualUrl(settings), secret);
}

import { type Command, Option } from 'commander';
import type { Environment } from '../environment.ts';
import {
  type ServerFlags,
  type ServerSettings,
  SettingNotValid,
  serverSettings,
} from '../serve/server-settings.ts';

const flags = {
  data: new Option('--data <folder>', 'where everything is kept (PIAFFE_DATA, else ./data)'),
  port: new Option('--port <n>', 'the port, 0 takes a free one (PIAFFE_PORT, else 7470)'),
  host: new Option('--host <address>', 'the address, 0.0.0.0 for all of them (PIAFFE_HOST, else 127.0.0.1)'),
  plan: new Option('--plan <plan>', 'where each module runs: a name, or a file (PIAFFE_PLAN, else default)'),
  demo: new Option('--no-demo', 'leave the demo stable out (PIAFFE_DEMO=0)'),
  basePath: new Option(
    '--base-path <path>',
    'where a reverse proxy puts it, such as /piaffe (PIAFFE_BASE_PATH)',
  ),
};

export function addServerFlags(command: Command, names: readonly (keyof ServerFlags)[]): Command {
  for (const name of names) command.addOption(flags[name]);
  return command;
}

/** What the flags and the environment say together; wrong usage ends the command. */
export function settingsOf(command: Command, environment: Environment): ServerSettings {
  try {
    return serverSettings(command.opts<ServerFlags>(), environment.server);
  } catch (error) {
    if (error instanceof SettingNotValid) command.error(`error: ${error.message}`);
    throw error;
  }
}

import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { CommandContext } from './commands/command-context.ts';
import { readEnvironment } from './environment.ts';
import { exitCodes } from './exit-codes.ts';
import { faultText } from './fault-text.ts';
import { followInterruptions, Interrupted, OutputClosed } from './interruptions.ts';
import { plainUsage } from './plain-usage.ts';

type MakeCommand = (context: CommandContext) => Command;

/** Each is loaded only when it is asked for: the server needs nothing of the simulator, and starts sooner without it. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  'sign-in-link': async () => (await import('./commands/sign-in-link.ts')).signInLinkCommand,
  health: async () => (await import('./commands/health.ts')).healthCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  analyse: async () => (await import('./commands/analyse.ts')).analyseCommand,
  trend: async () => (await import('./commands/trend.ts')).trendCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  compute: async () => (await import('./commands/compute.ts')).computeCommand,
  call: async () => (await import('./commands/call.ts')).callCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  drill: async () => (await import('./commands/drill.ts')).drillCommand,
  run: async () => (await import('./commands/run.ts')).runCommand,
  licences: async () => (await import('./commands/licences.ts')).licencesCommand,
};

/** Runs one command line, without the program's own name, and leaves the exit code in `process.exitCode`. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const environment = readEnvironment(process.env);
  using interruptions = followInterruptions(process);
  const { signal } = interruptions;
  const context: CommandContext = {
    environment,
    stdout: process.stdout,
    stderr: process.stderr,
    signal,
    finish: (exitCode) => {
      process.exitCode = exitCode;
    },
  };
  try {
    const [first = ''] = words;
    const wanted = Object.hasOwn(commands, first) ? [commands[first]] : Object.values(commands);
    const made = await Promise.all(wanted.map(async (load) => (await load())(context)));
    await program(made).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error, signal);
    if (process.exitCode === exitCodes.ownFault) process.stderr.write(faultText(error, environment));
  }
}

const description = 'Piaffe turns what a motion sensor recorded on a horse into the metrics of the ride.';

const firstSteps = `
Keep your rides on a server of your own, with pages to look at them:
  piaffe serve
Or look at one recording, your own or that of a simulated horse:
  piaffe simulate sample-ride --out ride.csv
  piaffe analyse ride.csv
And at many rides of one horse together:
  piaffe analyse --json rides/*.csv > rides.jsonl
  piaffe trend rides.jsonl
In a checkout, "npx --no-install piaffe" stands for "piaffe".

More about a command: piaffe <command> --help`;

function program(made: readonly Command[]): Command {
  const root = new Command('piaffe')
    .description(description)
    .version(manifest.version, '-V, --version', 'print the version')
    .addHelpText('after', firstSteps);
  for (const command of made) root.addCommand(command);
  for (const command of [root, ...root.commands]) {
    const name = command === root ? 'piaffe' : `piaffe ${command.name()}`;
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(plainUsage(text)) })
      .showHelpAfterError(`Run "${name} --help" to see what it takes.`);
  }
  return root;
}

function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.reason instanceof OutputClosed) return exitCodes.allWell;
  if (signal.reason instanceof Interrupted) return exitCodes[signal.reason.by];
  if (!(error instanceof CommanderError)) return exitCodes.ownFault;
  return error.exitCode === 0 ? exitCodes.allWell : exitCodes.wrongUsage;
}

import { scenarioNames, scenarios, simulate, toCsv } from '@piaffe/simulator';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { harmless } from '../harmless.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { writeFileWhole } from '../write-file-whole.ts';
import type { CommandContext } from './command-context.ts';

interface Flags {
  readonly seed: number;
  readonly rate: number;
  readonly out: string;
}

const nameCells = Math.max(...scenarioNames.map((name) => name.length));
const scenarioList = scenarios
  .map(({ name, description }) => `  ${name.padEnd(nameCells)}  ${description}`)
  .join('\n');

const help = `
Scenarios:
${scenarioList}

Examples:
  piaffe simulate ${scenarioNames[0]} --out ride.csv
      writes ride.csv, and what really happened to ride.truth.json
  piaffe simulate ${scenarioNames[0]} --seed 7 --rate 60 --out other.csv
      another horse, another day, a slower sensor

The same scenario, seed and rate give the same bytes. Files of these names are replaced.`;

export function simulateCommand(context: CommandContext): Command {
  const command = new Command('simulate');
  return command
    .summary('make the recording of a simulated ride, with the truth beside it')
    .description('Makes the recording of a simulated ride as CSV, and beside it the exact truth as JSON.')
    .addArgument(new Argument('<scenario>', 'which ride; they are listed below').argParser(scenario))
    .requiredOption('--out <file>', 'where to write the recording')
    .addOption(new Option('--seed <n>', 'another number is another horse and day').default(1).argParser(seed))
    .addOption(new Option('--rate <hz>', 'samples per second').default(100).argParser(rate))
    .addHelpText('after', help)
    .action(async (name: string, flags: Flags) => {
      const ride = simulate(name, { seed: flags.seed, sampleRateHz: flags.rate });
      const truthFile = truthFileBeside(flags.out);
      try {
        await writeFileWhole(flags.out, toCsv(ride), context.signal);
        await writeFileWhole(truthFile, [`${JSON.stringify(ride.truth, null, 2)}\n`], context.signal);
      } catch (error) {
        context.signal.throwIfAborted();
        command.error(`error: ${flags.out} cannot be written: ${whyNotWritten(error)}`);
      }
      context.stdout.write(
        `${harmless(flags.out)}: ${ride.time.length} samples\n${harmless(truthFile)}: what really happened\n`,
      );
      context.finish(exitCodes.allWell);
    });
}

/** ride.csv has its truth in ride.truth.json. */
function truthFileBeside(recording: string): string {
  return `${recording.replace(/\.csv$/i, '')}.truth.json`;
}

function scenario(name: string): string {
  if (scenarioNames.includes(name)) return name;
  throw new InvalidArgumentError(`The scenarios are:\n${scenarioList}`);
}

function seed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 0 to 999999999.');
}

const rates = { least: 10, most: 1000 };

function rate(text: string): number {
  const hertz = Number(text);
  if (hertz >= rates.least && hertz <= rates.most) return hertz;
  throw new InvalidArgumentError(`It is a number from ${rates.least} to ${rates.most}.`);
}

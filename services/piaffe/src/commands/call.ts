import { Command } from 'commander';
import { callOnce } from '../call/call-once.ts';
import { type Callable, callable } from '../call/callable.ts';
import { harmless } from '../harmless.ts';
import type { CommandContext } from './command-context.ts';
import { addRecordingFlags, type RecordingFlags, settingsFrom } from './recording-flags.ts';

type Flags = RecordingFlags & { readonly parameters?: string };

const help = `
Examples:
  piaffe call aggregation.aggregate < ride.csv
      {"result": the metrics, "series": one value a second}
  piaffe call aggregation.aggregate --mount girth --parameters '{"trim":{"from":60,"to":600}}' < ride.csv
  piaffe call trend.trend < input.json
  piaffe call aggregation.algorithm < /dev/null
      which algorithm computes here

The answer is one line of JSON on standard output, a problem one line of JSON on standard error, with its code.
Where an operation takes a recording, standard input is the recording itself; or its whole input as JSON, whose
references are then files of this machine. Nothing else is started, and nothing is kept.
Exit code: 0 answered, 64 wrong usage, 65 the input was not usable, 70 a fault of Piaffe itself.`;

export function callCommand(context: CommandContext): Command {
  const command = new Command('call')
    .summary('ask a module one thing, answer on standard output, and exit')
    .description(
      'Asks one operation of a module in this very process, with standard input as its input: for pipelines, and for ' +
        'platforms that start a program for each call.',
    )
    .argument('<operation>', 'MODULE.OPERATION, such as aggregation.aggregate')
    .option('--parameters <json>', 'parameters of the analysis as a JSON object; it wins over the flags');
  const refuse = (sentence: string) => command.error(`error: ${sentence}`);
  return addRecordingFlags(command)
    .addHelpText('after', help)
    .action(async (name: string, { parameters = '{}', ...flags }: Flags) => {
      const [module = '', operation = ''] = name.split('.');
      const asked = {
        callable: await found(module, operation, refuse),
        operation,
        settings: settingsFrom(flags),
        parameters: objectIn(parameters, refuse),
      };
      context.finish(await callOnce(asked, context));
    });
}

async function found(
  module: string,
  operation: string,
  refuse: (sentence: string) => never,
): Promise<Callable> {
  if (!Object.hasOwn(callable, module)) {
    const known = Object.keys(callable).join(' and ');
    refuse(`"${harmless(module)}" cannot be asked alone; ${known} can, as they need no other module.`);
  }
  const there = await callable[module]();
  const operations = Object.keys(there.contract.operations);
  if (!operations.includes(operation))
    refuse(`${module} has no operation "${harmless(operation)}"; it has ${operations.join(' and ')}.`);
  return there;
}

function objectIn(json: string, refuse: (sentence: string) => never): object {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {}
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuse('--parameters is not a JSON object, such as {"invert":true}.');
}

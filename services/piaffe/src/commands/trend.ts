import { isFailureOf } from '@piaffe/kernel';
import { gatherResults, type Ride, type TrendAnswer, trendInput } from '@piaffe/results';
import { trendContract } from '@piaffe/trend/contract';
import { Command } from 'commander';
import { bindTrend } from '../compose/trend.ts';
import { exitCodes } from '../exit-codes.ts';
import { harmless, harmlessJson } from '../harmless.ts';
import { trendReport } from '../render/trend/report.ts';
import { terminalOf } from '../terminal.ts';
import { readEntries } from '../trend/read-entries.ts';
import type { CommandContext } from './command-context.ts';
import { addTrendFlags, type TrendFlags } from './trend-flags.ts';

const examples = `
Examples:
  piaffe analyse --json --horse Luna *.csv > rides.jsonl
  piaffe trend rides.jsonl
      what is usual for Luna, what changes, and what she did, week by week
  piaffe trend --event "2026-03-02 shoeing new shoes in front" rides.jsonl
      the same, with what happened beside it
  piaffe trend --json rides/*/result.json > luna.json
      for other programs

Sessions are compared when algorithm, type, surface, rider and mount are the same. Nothing is said of fewer
than 5 comparable ones, and nothing advised before 8. What has no start is refused with its reason, and the
others are used. Nothing here is a diagnosis.
Exit code: 0 all used, 64 wrong usage, 65 something was refused, 70 a fault of Piaffe itself.`;

export function trendCommand(context: CommandContext): Command {
  const command = new Command('trend')
    .summary('turn the results of many rides of one horse into its track record')
    .description(
      'Turns what "piaffe analyse --json" printed of many rides of one horse into its track record: what is usual ' +
        'for this horse, what is out of its range, what rises, falls or changed for good, and its load.',
    )
    .argument('<results...>', 'files of JSON lines, arrays or objects; - is standard input');
  return addTrendFlags(command)
    .addHelpText('after', examples)
    .action(async (files: string[], flags: TrendFlags) => {
      context.finish(await trend(files, flags, context));
    });
}

async function trend(
  files: readonly string[],
  { json, event, timeZone, until }: TrendFlags,
  { environment, stdout, stderr, signal }: CommandContext,
): Promise<number> {
  const { rides, refused } = gatherResults(await readEntries(files, signal));
  const horses = horsesOf(rides);
  const refuse = (sentence: string) => {
    stderr.write(`error: ${harmless(sentence)}\n`);
    return exitCodes.inputRejected;
  };
  if (horses.length > 1) {
    return refuse(
      `these are rides of ${horses.join(', ')}; a trend is of one horse: name its results alone.`,
    );
  }
  const trends = await bindTrend();
  const input = trendInput(rides, { events: event, timeZone, until: until ?? null });
  let answer: TrendAnswer;
  try {
    answer = { refused: [...refused], ...(await trends.trend(input, { signal })) };
  } catch (error) {
    if (!isFailureOf(trendContract.operations.trend, error)) throw error;
    return refuse(`${error.details.detail}.`);
  }
  stdout.write(
    json
      ? `${harmlessJson(answer)}\n`
      : `${trendReport(answer, horses[0] ?? null, terminalOf(stdout, environment)).join('\n')}\n`,
  );
  return refused.length > 0 ? exitCodes.inputRejected : exitCodes.allWell;
}

function horsesOf(rides: readonly Ride[]): string[] {
  return [...new Set(rides.flatMap(({ result }) => result.context.horse ?? []))];
}

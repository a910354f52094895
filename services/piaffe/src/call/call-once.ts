import type { AggregateInput } from '@piaffe/aggregation/contract';
import type { Call } from '@piaffe/kernel';
import type { AnalyseSettings } from '../analyse-file.ts';
import type { CommandContext } from '../commands/command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { harmlessJson } from '../harmless.ts';
import { callProblem } from './call-problem.ts';
import { type Callable, takesRecording } from './callable.ts';
import { filesFor, type GivenInput, givenInput } from './given-input.ts';

/** What is asked, and what the flags say of a recording on standard input. */
export interface AskedOnce {
  readonly callable: Callable;
  readonly operation: string;
  readonly settings: AnalyseSettings;
  /** Over those of the settings. */
  readonly parameters: object;
}

type PlainClient = Readonly<Record<string, (input: unknown, call: Partial<Call>) => Promise<unknown>>>;

/** Asks once, writes the answer or the problem as a line of JSON, and returns the exit code. */
export async function callOnce(
  { callable, operation, ...said }: AskedOnce,
  { stdout, stderr, signal, environment }: CommandContext,
): Promise<number> {
  const name = `${callable.contract.name}.${operation}`;
  try {
    const given = await givenInput(takesRecording(name), signal);
    const client = (await callable.bind(filesFor(given, signal))) as unknown as PlainClient;
    const output = await client[operation](inputOf(given, said), { signal });
    stdout.write(`${harmlessJson(output)}\n`);
    return exitCodes.allWell;
  } catch (error) {
    signal.throwIfAborted();
    const { problem, exitCode } = callProblem(name, error, environment.debug);
    stderr.write(`${harmlessJson(problem)}\n`);
    return exitCode;
  }
}

function inputOf(
  given: GivenInput,
  { settings, parameters }: Pick<AskedOnce, 'settings' | 'parameters'>,
): unknown {
  if (given.kind === 'json') return given.value;
  const { startedAt, companions, context } = settings;
  const inputs: AggregateInput['inputs'] = [
    { reference: '-', role: 'motion', startedAt },
    ...companions.map((reference) => ({ reference, role: 'companion' as const, startedAt: null })),
  ];
  return { inputs, context, parameters: { ...settings.parameters, ...parameters } };
}

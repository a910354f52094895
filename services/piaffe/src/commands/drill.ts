import { gatewayFeatures } from '@piaffe/gateway/contract';
import type { Fault } from '@piaffe/kernel';
import { Command, Option } from 'commander';
import { declaredModules } from '../compose/server-modules.ts';
import { drillPlan } from '../drill/drill-plan.ts';
import { faults } from '../drill/target.ts';
import { exitCodes } from '../exit-codes.ts';
import { moduleNames } from '../modules.ts';
import { paintFor } from '../render/style.ts';
import { CannotServe } from '../serve/cannot-serve.ts';
import { loadPlan } from '../serve/load-plan.ts';
import { terminalOf } from '../terminal.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const widest = 100;

const help = `
Examples:
  piaffe drill
      every fault in every part of the default plan; takes some minutes
  piaffe drill --plan all-remote --part auth --fault down --fault hung

Starts a server of its own, with an empty data folder that is thrown away and at free ports, and all processes that the plan
speaks of. Parts with a process of their own are killed and stopped, the others kept from answering. Your own server and its
data are not touched.
Exit code: 0 all is as declared, 64 wrong usage or plan, 65 something differs from what is declared, or was not reached.`;

interface Flags {
  readonly part?: readonly string[];
  readonly fault?: readonly Fault[];
}

export function drillCommand(context: CommandContext): Command {
  const { stdout, stderr, environment, finish } = context;
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  const oneOf = (flags: string, description: string, known: readonly string[]) =>
    new Option(flags, `${description}; may be given several times`).argParser(
      (value, before?: readonly string[]) => {
        if (known.includes(value)) return several(value, before);
        return command.error(`error: there is no ${value}; there are ${known.join(', ')}.`);
      },
    );
  const command = new Command('drill').summary('stop parts of a server on purpose, and see what is left');
  command
    .description(
      'Makes each part of a server go wrong, exercises every feature meanwhile, and compares with what is declared.',
    )
    .addOption(oneOf('--part <module>', 'only this part', moduleNames))
    .addOption(oneOf('--fault <fault>', `only this fault: ${faults.join(', ')}`, faults))
    .addHelpText('after', help);
  return addServerFlags(command, ['plan']).action(async ({ part, fault }: Flags) => {
    const { plan: named } = settingsOf(command, environment);
    const { width, colour } = terminalOf(stdout, { ...environment, columns: environment.columns ?? widest });
    try {
      const { holds, lines } = await drillPlan({
        plan: await loadPlan(named),
        features: gatewayFeatures,
        faults: fault ?? faults,
        parts: part ?? null,
        declared: declaredModules,
        width: Math.min(width, widest),
        paint: paintFor(colour),
        say: (line) => stderr.write(`${line}\n`),
      });
      stdout.write(`${lines.join('\n')}\n`);
      finish(holds ? exitCodes.allWell : exitCodes.inputRejected);
    } catch (error) {
      if (!(error instanceof CannotServe)) throw error;
      stderr.write(`piaffe: ${error.message}\n`);
      finish(error.exitCode);
    }
  });
}

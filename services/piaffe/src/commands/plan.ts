import { Command, Option } from 'commander';
import { declaredIn } from '../compose/declared-in.ts';
import { extensionPoints } from '../compose/server-modules.ts';
import { exitCodes } from '../exit-codes.ts';
import { liveParts } from '../plan/live-parts.ts';
import { planMap } from '../plan/plan-map.ts';
import { planText } from '../plan/plan-text.ts';
import { paintFor } from '../render/style.ts';
import { CannotServe } from '../serve/cannot-serve.ts';
import { loadPlan } from '../serve/load-plan.ts';
import { type Serving, serverOf } from '../serve/serving-file.ts';
import { terminalOf } from '../terminal.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const widest = 100;

const help = `
Examples:
  piaffe plan
      the plan of the server that runs on ./data, and how its parts are; else the plan that a server would take
  piaffe plan --plan all-remote
  piaffe plan --plan ./my-plan.json --json

Plugins are judged by what their files say of themselves; nothing is started. What breaks as it is loaded is told
while a server runs.
Exit code: 0 shown, 64 wrong usage or plan, 65 shown, and a plugin does not fit.`;

export function planCommand(context: CommandContext): Command {
  const { stdout, stderr, environment, finish } = context;
  const command = new Command('plan')
    .summary('show where each module runs, and what it costs to lose it')
    .description('Prints a map of a plan: modules, shapes, processes, ports, contracts, plugins, needs.')
    .addOption(new Option('--json', 'as one JSON object'))
    .addHelpText('after', help);
  return addServerFlags(command, ['plan', 'data']).action(
    async (flags: { json?: boolean; plan?: string }) => {
      const { plan: wanted, dataFolder } = settingsOf(command, environment);
      const serving = await serverOf(dataFolder);
      const isNamed = (flags.plan ?? environment.server.PIAFFE_PLAN) !== undefined;
      try {
        const plan = await loadPlan(isNamed ? wanted : (serving?.plan ?? wanted));
        const isSame = serving !== null && (serving.planName ?? null) === plan.name;
        const live = isSame ? await liveParts(serving.url) : [];
        const map = await planMap(plan, { declared: declaredIn(plan), extensionPoints, live });
        if (flags.json === true) stdout.write(`${JSON.stringify(map)}\n`);
        else {
          const { width, colour } = terminalOf(stdout, {
            ...environment,
            columns: environment.columns ?? widest,
          });
          const beside = { server: live.length > 0 ? serving!.url : null, note: noteOn(serving, isSame) };
          const lines = planText(map, beside, Math.min(width, widest), paintFor(colour));
          stdout.write(`${lines.join('\n')}\n`);
        }
        finish(map.parts.some(({ plugin }) => plugin?.problem) ? exitCodes.inputRejected : exitCodes.allWell);
      } catch (error) {
        if (!(error instanceof CannotServe)) throw error;
        stderr.write(`piaffe: ${error.message}\n`);
        finish(error.exitCode);
      }
    },
  );
}

function noteOn(serving: Serving | null, isSame: boolean): string | null {
  if (serving === null || isSame) return null;
  return `The server that runs at ${serving.url} goes by ${serving.planName ?? 'another plan'}.`;
}

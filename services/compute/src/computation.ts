import { aggregationContract } from '@piaffe/aggregation/contract';
import { type Client, type HostEvent, type PartStatus, readPlan, startHost } from '@piaffe/kernel';
import { type Program, processShapes } from '@piaffe/processes';
import { trendContract } from '@piaffe/trend/contract';
import { computationWord } from './computation-word.ts';
import type { Places } from './files-of.ts';
import { modules } from './modules.ts';

export interface ComputationOptions extends Places {
  /** How this program is started; the computation is the same program with another word. */
  readonly program: Program;
  readonly memoryMb: number;
  readonly workers: number;
  readonly callSeconds: number;
  onEvent(event: HostEvent): void;
}

/** Aggregation and trend in a supervised process: what crashes there costs a request, not the service. */
export interface Computation extends AsyncDisposable {
  readonly aggregation: Client<typeof aggregationContract>;
  readonly trend: Client<typeof trendContract>;
  status(): readonly PartStatus[];
}

export async function startComputation({
  program,
  scratchFolder,
  dataFolder,
  onEvent,
  ...limits
}: ComputationOptions): Promise<Computation> {
  const placement = { shape: 'process', process: 'compute' };
  const plan = {
    name: 'compute',
    modules: { aggregation: placement, trend: placement },
    processes: { compute: limits },
  };
  const args = [...program.args, computationWord, scratchFolder, dataFolder ?? ''];
  const host = await startHost({
    plan: readPlan(plan, Object.keys(plan.modules)),
    modules,
    shapes: processShapes({ ...program, args }),
    onEvent,
  });
  return {
    aggregation: host.client(aggregationContract),
    trend: host.client(trendContract),
    status: () => host.status(),
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}

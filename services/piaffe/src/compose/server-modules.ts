import { aggregationContract } from '@piaffe/aggregation/contract';
import { authContract } from '@piaffe/auth/contract';
import {
  type Demo,
  gatewayContract,
  gatewayFeatures,
  gatewayNeeds,
  type PartHealth,
} from '@piaffe/gateway/contract';
import type {
  AnyHostedModule,
  Contract,
  DeclaredModule,
  Extension,
  HostedModule,
  Plan,
} from '@piaffe/kernel';
import { metricContract } from '@piaffe/metric/contract';
import { sessionsContract, sessionsNeeds } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import type { Store } from '@piaffe/storage';
import { trendContract } from '@piaffe/trend/contract';
import type { Logger } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import type { ServerSettings } from '../serve/server-settings.ts';
import { hostedAggregation } from './aggregation.ts';
import { hostedAuth } from './auth.ts';
import { servedFolder } from './served-folder.ts';
import { hostedTrend } from './trend.ts';

/** Where modules of a server live, and what they go by. */
export interface Machine {
  readonly plan: Plan;
  readonly store: Store;
  readonly log: Logger;
  /** The plugins that add metrics, once everything has started. */
  readonly metrics: () => Promise<readonly Extension<typeof metricContract>[]>;
  /** What only the process needs that faces the world; null for any other. */
  readonly edge: Edge | null;
}

interface Edge {
  readonly settings: ServerSettings;
  readonly demo: Demo;
  readonly health: () => readonly PartHealth[];
  /** Of files that are served as they are. */
  readonly folders: { readonly dashboardFolder: string | null; readonly swaggerUiFolder: string | null };
}

/** All modules of the server, as far as they say it of themselves. */
export const declaredModules: readonly DeclaredModule[] = [
  { contract: aggregationContract },
  { contract: trendContract },
  { contract: authContract },
  { contract: stableContract },
  { contract: sessionsContract, needs: sessionsNeeds },
  { contract: gatewayContract, needs: gatewayNeeds, features: gatewayFeatures },
];

/** The contracts that plugins of a plan may honour, beside those of the modules. */
export const extensionPoints: readonly Contract[] = [metricContract];

const now = () => new Date();

/** All modules of the server. */
export function serverModules(machine: Machine): readonly AnyHostedModule[] {
  const { plan, store, log, edge, metrics } = machine;
  const { database, blobs } = store;
  const logOf = (module: string) => log.child({ module });
  return [
    hostedAggregation,
    hostedTrend,
    hostedAuth({ database, log: logOf('auth') }),
    hosted(stableContract, async () => {
      const { stableModule } = await import('@piaffe/stable/create');
      return stableModule.create({ database, now }, {});
    }),
    hosted(sessionsContract, async (client) => {
      const { sessionsModule } = await import('@piaffe/sessions/create');
      const others = { stable: client(stableContract), aggregation: client(aggregationContract) };
      return sessionsModule.create(
        { ...others, metrics, database, blobs, now, log: logOf('sessions') },
        { concurrent: analysesAtOnce(plan) },
      );
    }),
    hosted(gatewayContract, async (client) => {
      if (edge === null) throw new TypeError('the gateway is in the process that faces the world');
      const { settings, demo, health, folders } = edge;
      const { gatewayModule } = await import('@piaffe/gateway/create');
      const others = {
        auth: client(authContract),
        stable: client(stableContract),
        sessions: client(sessionsContract),
        trend: client(trendContract),
      };
      return gatewayModule.create(
        {
          ...others,
          blobs,
          demo,
          dataFolder: servedFolder(store),
          now,
          health,
          log: logOf('gateway'),
        },
        {
          version: manifest.version,
          basePath: settings.basePath,
          publicUrl: settings.publicUrl,
          trustProxy: settings.trustProxy ?? false,
          ...folders,
        },
      );
    }),
  ];
}

function hosted<C extends Contract>(contract: C, create: HostedModule<C>['create']): HostedModule<C> {
  const declared = declaredModules.find((each) => each.contract.name === contract.name);
  return { ...declared, contract, create };
}

/**
 * As many as are worked on at once; one, where they run on the thread of the server. Where trends are told in the same place
 * one is left free for them, so that none waits behind a ride. Whoever computes at an address is taken to do two at once.
 */
function analysesAtOnce({ modules: placements, processes }: Plan): number {
  const placed = placements[aggregationContract.name]!;
  const trend = placements[trendContract.name]!;
  if (placed.shape === 'remote') {
    const shared = trend.shape === 'remote' && trend.urls.some((url) => placed.urls.includes(url));
    return placed.urls.length * (shared ? 1 : 2);
  }
  if (!('process' in placed)) return 1;
  const { workers } = processes[placed.process]!;
  const isShared = trend.shape === 'process' && trend.process === placed.process;
  return Math.max(1, isShared ? workers - 1 : workers);
}

import type { Contract } from '@piaffe/kernel';
import * as aggregation from '../../packages/aggregation/contract.ts';
import * as auth from '../../packages/auth/contract.ts';
import { gatewayContract } from '../../packages/gateway/contract.ts';
import * as sessions from '../../packages/sessions/contract.ts';
import * as stable from '../../packages/stable/contract.ts';
import * as trend from '../../packages/trend/contract.ts';
import type { NamedSchemas } from './components.ts';

/** The contracts that are released: one for each module, and those that plugins honour. */
export const contracts: readonly Contract[] = [
  aggregation.aggregationContract,
  auth.authContract,
  gatewayContract,
  sessions.sessionsContract,
  stable.stableContract,
  trend.trendContract,
];

const exported = [stable, auth, aggregation, trend, sessions].flatMap((module) => Object.entries(module));

/** The schemas that modules show under a name, of those that are objects. */
export const namedSchemas: NamedSchemas = Object.fromEntries(
  exported.filter(([, value]) => typeof value === 'object' && 'properties' in value),
);

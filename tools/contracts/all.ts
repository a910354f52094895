import type { Contract } from '@piaffe/kernel';
import * as aggregation from '../../packages/aggregation/contract.ts';
import * as auth from '../../packages/auth/contract.ts';
import { gatewayContract } from '../../packages/gateway/contract.ts';
import * as metric from '../../packages/metric/contract.ts';
import { loose } from '../../packages/metric/loose.ts';
import * as sessions from '../../packages/sessions/contract.ts';
import * as stable from '../../packages/stable/contract.ts';
import * as trend from '../../packages/trend/contract.ts';
import type { NamedSchemas } from './components.ts';

/** The contracts that are released: one for each module, and those that plugins honour. */
export const contracts: readonly Contract[] = [
  aggregation.aggregationContract,
  auth.authContract,
  gatewayContract,
  metric.metricContract,
  sessions.sessionsContract,
  stable.stableContract,
  trend.trendContract,
];

const exported = [stable, auth, aggregation, metric, trend, sessions].flatMap(objectSchemas);
const given = objectSchemas(aggregation).map(([name, schema]) => [`Given${name}`, loose(schema)]);

/** The schemas that modules show under a name, of those that are objects; `Given...` as plugins take them. */
export const namedSchemas: NamedSchemas = Object.fromEntries([...exported, ...given]);

function objectSchemas(module: object): [string, object][] {
  return Object.entries(module).filter(([, value]) => typeof value === 'object' && 'properties' in value);
}

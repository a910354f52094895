import type { AddedMetrics, MetricDescription } from '@piaffe/metric/contract';
import { missing } from '@piaffe/metric/contract';
import { type Kysely, sql } from 'kysely';
import type { Added, PluginAdded } from '../contract.ts';
import { type Own, ownSession } from '../rides/own-session.ts';
import { shownResult } from '../rides/result.ts';
import type { Shared } from '../shared.ts';
import type { SessionTables } from '../tables.ts';
import type { PluginMetrics } from './plugin-metrics.ts';

interface Row {
  readonly plugin: string;
  readonly described: string;
  /** Whether what is there is of the plugin as it is now, and of the result as it is now. */
  readonly current: 0 | 1;
  readonly version: string | null;
  readonly metrics: string | null;
  readonly reason: string | null;
  readonly measured_at: string | null;
}

/** What plugins have added to the result that is shown, plugin by plugin as the plan names them. */
export async function added(shared: Shared, own: Own, plugins: readonly PluginMetrics[]): Promise<Added> {
  const session = await ownSession(shared.database, own);
  const { id } = await shownResult(shared, own, session);
  const rows = await rowsOf(shared.database, id);
  return {
    plugins: plugins.map(({ plugin: { name }, problem }) =>
      told(
        name,
        problem,
        rows.find((row) => row.plugin === name),
      ),
    ),
  };
}

async function rowsOf(database: Kysely<SessionTables>, result: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.name as plugin, p.described, a.version, a.metrics, a.reason, a.measured_at,
      a.version = p.version and a.epoch = r.epoch as current
    from session_plugins p
    left join session_added a on a.plugin = p.name and a.result = ${result}
    left join session_results r on r.id = a.result`.execute(database);
  return rows;
}

function told(plugin: string, away: string | null, row: Row | undefined): PluginAdded {
  const nothing = { plugin, version: null, measuredAt: null, metrics: [] };
  if (row === undefined) return { ...nothing, state: 'waiting', problem: away };
  const described: readonly MetricDescription[] = JSON.parse(row.described);
  const isOver = row.current === 1 && row.reason !== null;
  if (isOver) {
    const metrics = described.map((each) => shown(each, missing(each.unit, row.reason!)));
    const { version, reason: problem, measured_at: measuredAt } = row;
    return { plugin, version, state: 'failed', problem, measuredAt, metrics };
  }
  const isMeasured = row.current === 1 && row.metrics !== null;
  const problem = isMeasured ? null : away;
  const state = isMeasured ? 'measured' : 'waiting';
  if (row.metrics === null) {
    const reason = away ?? 'not measured yet';
    const metrics = described.map((each) => shown(each, missing(each.unit, reason)));
    return { ...nothing, state, problem, metrics };
  }
  // Those of an earlier version stay readable until there are others, as far as anybody still says what they mean.
  const found: AddedMetrics = JSON.parse(row.metrics);
  const metrics = described.flatMap((each) => {
    const metric = found[each.name];
    return metric === undefined ? [] : [shown(each, metric)];
  });
  return { plugin, version: row.version, state, problem, measuredAt: row.measured_at, metrics };
}

const shown = (
  { name, title, meaning, digits }: MetricDescription,
  metric: PluginAdded['metrics'][number]['metric'],
) => ({ name, title, meaning, digits, metric });

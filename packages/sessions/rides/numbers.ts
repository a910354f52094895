import type { Quality } from '@piaffe/aggregation/contract';
import type { Input } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { Numbers, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import { namesOf, qualityOf, type StoredNumbers } from '../work/numbers.ts';
import { type Filter, matching } from './filter.ts';

type Said = Numbers['sessions'][number];
interface Row extends Omit<Said, 'startedAt'> {
  readonly started_at: string | null;
  readonly numbers: string;
}

/**
 * What sessions have in common is their place: the nth value of every column is that of the nth session. Results from
 * before their numbers were written down are left out; they are being computed anew.
 */
export async function numbers(
  { database, log }: Shared,
  { principal, metrics, ...filter }: Input<typeof sessionsContract, 'numbers'>,
): Promise<Numbers> {
  const { rows } = await numbersOfSessions(principal.account, filter).execute(database);
  const sessions: Said[] = [];
  const columns = metrics.map((name) => ({
    name,
    values: [] as (number | null)[],
    qualities: [] as Quality[],
  }));
  const places = placesOf(metrics);
  let withoutStart = 0;
  for (const { started_at: startedAt, numbers: text, ...said } of rows) {
    if (startedAt === null) {
      withoutStart++;
      continue;
    }
    const stored = parsed(text);
    if (stored === null) {
      log.error({ session: said.id }, 'the numbers of a session cannot be read');
      continue;
    }
    sessions.push({ ...said, startedAt });
    const at = places(stored.names);
    for (const [number, { values, qualities }] of columns.entries()) {
      const place = at[number] ?? -1;
      values.push(stored.values[place] ?? null);
      qualities.push(qualityOf(stored.qualities[place]));
    }
  }
  return { sessions, columns, withoutStart };
}

/** Exported for the test that looks at how SQLite goes about it. */
export function numbersOfSessions(account: string, filter: Filter) {
  return sql<Row>`
    select s.id, s.type, s.surface, s.rider, s.mount, s.started_at, r.algorithm, r.numbers
    from session_sessions s join session_results r on r.id = s.result
    where s.owner = ${account} and s.merged_into is null and s.removed_at is null
      and r.numbers is not null and ${matching(filter)}
    order by s.sort_at, s.id`;
}

/** Where each metric is among stored names; -1 where it is not. Most sessions have the same names. */
function placesOf(metrics: readonly string[]): (names: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (names) => {
    const found = known.get(names);
    if (found !== undefined) return found;
    const all = namesOf(names);
    const places = metrics.map((name) => all.indexOf(name));
    known.set(names, places);
    return places;
  };
}

function parsed(text: string): StoredNumbers | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

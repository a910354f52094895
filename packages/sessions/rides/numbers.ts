import type { Quality } from '@piaffe/aggregation/contract';
import type { Input } from '@piaffe/kernel';
import { sql } from 'kysely';
import type { Numbers, sessionsContract } from '../contract.ts';
import type { Shared } from '../shared.ts';
import type { NumbersOfResult } from '../work/numbers.ts';
import { matching } from './filter.ts';

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
  const { rows } = await sql<Row>`
    select s.id, s.type, s.surface, s.rider, s.mount, s.started_at, r.algorithm, r.numbers
    from session_sessions s join session_results r on r.id = s.result
    where s.owner = ${principal.account} and s.merged_into is null and s.removed_at is null
      and r.numbers is not null and ${matching(filter)}
    order by s.sort_at, s.id`.execute(database);
  const sessions: Said[] = [];
  const columns = metrics.map((name) => ({
    name,
    values: [] as (number | null)[],
    qualities: [] as Quality[],
  }));
  let withoutStart = 0;
  for (const { started_at: startedAt, numbers: text, ...said } of rows) {
    if (startedAt === null) {
      withoutStart++;
      continue;
    }
    const ofSession = parsed(text);
    if (ofSession === null) {
      log.error({ session: said.id }, 'the numbers of a session cannot be read');
      continue;
    }
    sessions.push({ ...said, startedAt });
    for (const { name, values, qualities } of columns) {
      const [value, quality] = ofSession[name] ?? [null, 'none'];
      values.push(value);
      qualities.push(quality);
    }
  }
  return { sessions, columns, withoutStart };
}

function parsed(text: string): NumbersOfResult | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { newId } from '@piaffe/storage';
import { timeMetricNames, trendMetricNames } from '@piaffe/trend/contract';

const day = 86_400_000;

/**
 * Makes many sessions of one that has a result, in the database of a server that does not run: one every other day, each
 * with all numbers that trends are made of, in four kinds of sessions. Their recordings are rows without bytes.
 */
export function multiplySession(folder: string, session: string, count: number): void {
  using database = new DatabaseSync(join(folder, 'piaffe.db'));
  const one = (sql: string, ...of: SQLInputValue[]) => ({ ...database.prepare(sql).get(...of) });
  const row = one('select * from session_sessions where id = ?', session);
  const recording = one('select * from session_recordings where session = ?', session);
  const result = one('select * from session_results where id = ?', row.result!);
  const insert = (table: string, values: Record<string, SQLInputValue>) => {
    const names = Object.keys(values);
    const marks = names.map(() => '?').join();
    database
      .prepare(`insert into ${table} (${names.join()}) values (${marks})`)
      .run(...Object.values(values));
  };
  const until = Date.parse('2026-05-01T16:00:00Z');
  database.exec('begin');
  for (let i = 0; i < count; i++) {
    const at = new Date(until - i * 2 * day).toISOString();
    const [id, key, resultId] = [newId(), newId(), newId()];
    insert('session_results', { ...result, id: resultId, key, numbers: numbersAt(i) });
    insert('session_sessions', {
      ...row,
      id,
      key,
      result: resultId,
      started_at: at,
      sort_at: at,
      type: i % 2 === 0 ? 'dressage' : 'hack',
      surface: i % 4 < 2 ? 'sand' : 'grass',
    });
    const sha256 = i.toString(16).padStart(64, '0');
    insert('session_recordings', {
      ...recording,
      id: newId(),
      session: id,
      home: id,
      sha256,
      handed_in_with: at,
      started_at: at,
      started_utc: at,
    });
  }
  database.exec('commit');
}

/** Every number that is asked for, as results have them, with some noise; as sessions stores them. */
function numbersAt(i: number): string {
  const names = [...trendMetricNames, ...timeMetricNames];
  const values = names.map((_, k) => Math.round((50 + 3 * k + 4 * noise(i * 97 + k)) * 100) / 100);
  return JSON.stringify({ names: names.join(' '), values, qualities: 'g'.repeat(names.length) });
}

/** Between -1 and 1, the same for the same number. */
function noise(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
}

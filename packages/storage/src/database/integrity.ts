import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Up to this size everything is checked, which takes seconds; beyond it all but whether the indexes agree with their
 * tables, which takes a fraction. What a stop can tear are pages, and both look at each.
 */
const thoroughUpToBytes = 256 * 1024 * 1024;
const fewEnough = 3;

/** What is wrong with a database, in SQLite's words, the first few; empty when it is whole. */
export function brokenPages(database: DatabaseSync, path: string): readonly string[] {
  const check = statSync(path).size > thoroughUpToBytes ? 'quick_check' : 'integrity_check';
  const rows = database.prepare(`PRAGMA ${check}(${fewEnough})`).all();
  return rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok');
}

/** Rows that refer to rows that are not there, the first few, in words. */
export function brokenReferences(database: DatabaseSync): readonly string[] {
  return database
    .prepare('PRAGMA foreign_key_check')
    .all()
    .slice(0, fewEnough)
    .map(({ table, parent }) => `a row of ${table} refers to one of ${parent} that is not there`);
}

import { StorageProblem } from '../storage-problem.ts';

/** Before this one two connections could damage each other's database when the log was reset. */
const oldest = '3.51.3';

/** What this Node brings. */
export const sqliteVersion = process.versions.sqlite ?? '0';

/** Throws `sqlite-too-old`. */
export function checkSqliteVersion(version: string): void {
  if (version.localeCompare(oldest, 'en', { numeric: true }) >= 0) return;
  throw new StorageProblem(
    'sqlite-too-old',
    `This Node brings SQLite ${version}, which can damage a database. Use one with SQLite ${oldest} or later.`,
  );
}

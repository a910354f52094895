import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { nodeSqliteDialect } from '../database/dialect.ts';
import { brokenPages, brokenReferences } from '../database/integrity.ts';
import { lookAt } from '../database/look-at.ts';
import { checkSqliteVersion, sqliteVersion } from '../database/sqlite-version.ts';
import { stepsMade, stepsToMake } from '../database/steps.ts';
import { watchDisk } from '../disk/disk.ts';
import { inspect } from '../folder/inspect.ts';
import { layout } from '../folder/layout.ts';
import { messageOf } from '../message-of.ts';
import { StorageProblem } from '../storage-problem.ts';
import type { Migrations } from '../store.ts';
import type { Examination } from './examination.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** What the modules refer to, in words, by SHA-256. */
export type References = ReadonlyMap<string, string>;

export function examineSqlite(): Finding {
  try {
    checkSqliteVersion(sqliteVersion);
    return ok('sqlite', `SQLite ${sqliteVersion} keeps a database whole.`);
  } catch (error) {
    return problem('sqlite', messageOf(error), 'Use the Node that Piaffe brings.');
  }
}

/** `references` is null where nobody can tell. */
export async function examineDatabase(
  folder: string,
  { migrations, referenced, signal }: Examination,
): Promise<{ readonly findings: readonly Finding[]; readonly references: References | null }> {
  const findings: Finding[] = [];
  let database: DatabaseSync | null = null;
  try {
    database = lookAt(layout(folder).database);
    if (database === null)
      return { findings: [ok('database', 'The database is still empty.')], references: new Map() };
    findings.push(examineWholeness(folder, database));
    findings.push(examineRelations(folder, database));
    const version = examineVersion(folder, database, migrations);
    findings.push(version);
    if (version.severity !== 'problem') findings.push(...examineOwner(folder, migrations));
    if (referenced === undefined || version.severity !== 'ok') return { findings, references: null };
    return { findings, references: await referencesIn(folder, database, referenced, signal) };
  } catch (error) {
    signal?.throwIfAborted();
    return { findings: [...findings, unreadable(folder, error)], references: null };
  } finally {
    if (database?.isOpen) database.close();
  }
}

function examineWholeness(folder: string, database: DatabaseSync): Finding {
  const broken = brokenPages(database, layout(folder).database);
  if (broken.length === 0) return ok('database', 'The database is whole.');
  return problem('database', `The database is damaged: ${broken.join('; ')}.`, putBack(folder));
}

function examineRelations(folder: string, database: DatabaseSync): Finding {
  const broken = brokenReferences(database);
  if (broken.length === 0) return ok('relations', 'Its rows refer to rows that are there.');
  return problem('relations', `Rows of the database are missing: ${broken.join('; ')}.`, putBack(folder));
}

function examineVersion(folder: string, database: DatabaseSync, migrations: Migrations): Finding {
  try {
    const steps = stepsToMake(folder, stepsMade(database), migrations);
    if (steps.length === 0) return ok('version', 'It fits this version of Piaffe.');
    const mend = 'Start the server: it copies the database to backups and brings it up to date.';
    return warning('version', 'It is from an older version of Piaffe.', mend);
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    return problem('version', 'It is from a newer version of Piaffe.', 'Start the newer version.');
  }
}

/** What a server refuses besides: a database that knows nothing of the recordings beside it. */
function examineOwner(folder: string, migrations: Migrations): readonly Finding[] {
  try {
    inspect(folder, migrations, { alone: false });
    return [];
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    return [problem('database', error.message, putBack(folder))];
  }
}

async function referencesIn(
  folder: string,
  connection: DatabaseSync,
  referenced: NonNullable<Examination['referenced']>,
  signal: AbortSignal | undefined,
): Promise<References> {
  const kysely = new Kysely<unknown>({ dialect: nodeSqliteDialect(connection, watchDisk(layout(folder))) });
  const references = new Map<string, string>();
  for await (const { sha256, what } of referenced({ as: <T>() => kysely as unknown as Kysely<T> })) {
    signal?.throwIfAborted();
    references.set(sha256, what);
  }
  return references;
}

const unreadable = (folder: string, error: unknown): Finding =>
  problem('database', `The database cannot be read: ${messageOf(error)}.`, putBack(folder));

const putBack = (folder: string): string =>
  `Check the disk. Then put the latest whole copy of piaffe.db there, from your backup or from ${layout(folder).backups}.`;

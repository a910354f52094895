import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@piaffe/kernel';
import {
  CompiledQuery as Compiled,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import type { Disk } from '../disk.ts';
import { isBusy } from './sqlite-errors.ts';

const statementsKept = 300;
const busyRetries = 250;
const busyPauseMilliseconds = 20;

/** Kysely's own SQLite dialect on node:sqlite. */
export function nodeSqliteDialect(database: DatabaseSync, disk: Disk): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database, disk),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}

/**
 * One connection. A transaction takes the write lock when it begins, so it never fails half-way because another process
 * wrote; while that process has the lock, we wait without blocking the event loop.
 */
class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #disk: Disk;
  #connection: Connection | undefined;

  constructor(database: DatabaseSync, disk: Disk) {
    super({ database: preparing(database) });
    this.#database = database;
    this.#disk = disk;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new Connection(await super.acquireConnection(), this.#database, this.#disk);
    return this.#connection;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(Compiled.raw(begin));
  }

  /** SQLite may have rolled back by itself, as it does when the disk is full. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class Connection implements DatabaseConnection {
  readonly #plain: DatabaseConnection;
  readonly #database: DatabaseSync;
  readonly #disk: Disk;

  constructor(plain: DatabaseConnection, database: DatabaseSync, disk: Disk) {
    this.#plain = plain;
    this.#database = database;
    this.#disk = disk;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#plain.executeQuery<R>(query);
      } catch (error) {
        if (!isBusy(error) || this.#database.isTransaction) throw this.#disk.translate(error);
        if (attempt >= busyRetries) throw busyForTooLong();
        await sleep(busyPauseMilliseconds);
      }
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    yield* this.#plain.streamQuery<R>(query, chunkSize);
  }
}

function busyForTooLong(): Unavailable {
  const detail =
    'Another program has been writing to the database of the server for too long. Try again in a moment.';
  return new Unavailable('storage', 'overloaded', detail, { retryAfter: 5 });
}

/** Statements are prepared once and kept; the one used longest ago goes first. */
function preparing(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? adapted(database.prepare(sql));
      kept.delete(sql);
      kept.set(sql, statement);
      if (kept.size > statementsKept) kept.delete(kept.keys().next().value ?? '');
      return statement;
    },
  };
}

function adapted(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

import type { DatabaseSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { Disk } from '../disk/disk.ts';
import { Connection } from './connection.ts';
import { withKeptStatements } from './kept-statements.ts';

/** Kysely's own SQLite dialect, on node:sqlite. */
export function nodeSqliteDialect(database: DatabaseSync, disk: Disk): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database, disk),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}

/** One connection, which kysely gives to one query or transaction at a time. */
class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #disk: Disk;
  #connection: Connection | undefined;

  constructor(database: DatabaseSync, disk: Disk) {
    super({ database: withKeptStatements(database) });
    this.#database = database;
    this.#disk = disk;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new Connection(await super.acquireConnection(), this.#database, this.#disk);
    return this.#connection;
  }

  /** Takes the write lock at once: a transaction that has begun to read cannot fail because somebody else wrote. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
    this.#connection?.enterTransaction();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#connection?.leaveTransaction();
  }

  /** SQLite may have done so by itself, as it does when the disk is full. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#connection?.leaveTransaction();
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

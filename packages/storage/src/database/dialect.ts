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

/** Kysely's own SQLite dialect, on node:sqlite. `look` is called before whatever writes. */
export function nodeSqliteDialect(database: DatabaseSync, disk: Disk, look: () => void = () => {}): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database, disk, look),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}

/** One connection, which kysely gives to one query or transaction at a time. */
class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #disk: Disk;
  readonly #look: () => void;
  #connection: Connection | undefined;

  constructor(database: DatabaseSync, disk: Disk, look: () => void) {
    super({ database: withKeptStatements(database) });
    this.#database = database;
    this.#disk = disk;
    this.#look = look;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new Connection(
      await super.acquireConnection(),
      this.#database,
      this.#disk,
      this.#look,
    );
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
    this.#look();
    this.#disk.failed.throwIfAborted();
    await super.commitTransaction(connection);
    this.#connection?.leaveTransaction();
  }

  /** SQLite may have done so by itself, as it does when the disk is full. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#connection?.leaveTransaction();
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

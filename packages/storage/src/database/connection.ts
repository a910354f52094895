import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '@piaffe/kernel';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Disk } from '../disk/disk.ts';
import { isBusy } from './sqlite-errors.ts';

const attempts = 100;
const pauseMilliseconds = 20;

/** Kysely's connection, with what SQLite says of the disk told to callers, and other processes waited for off the event loop. */
export class Connection implements DatabaseConnection {
  readonly #plain: DatabaseConnection;
  readonly #database: DatabaseSync;
  readonly #disk: Disk;
  readonly #look: () => void;
  #inTransaction = false;

  constructor(plain: DatabaseConnection, database: DatabaseSync, disk: Disk, look: () => void) {
    this.#plain = plain;
    this.#database = database;
    this.#disk = disk;
    this.#look = look;
  }

  enterTransaction(): void {
    this.#inTransaction = true;
  }

  leaveTransaction(): void {
    this.#inTransaction = false;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#inTransaction && !this.#database.isTransaction) throw new TransactionLost();
    if (!this.#inTransaction && query.query.kind !== 'SelectQueryNode') this.#look();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#plain.executeQuery<Row>(query);
      } catch (error) {
        if (!isBusy(error) || this.#database.isTransaction) throw this.#disk.translate(error);
        if (attempt === attempts) throw busyForTooLong();
        await pause(pauseMilliseconds);
      }
    }
  }

  async *streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    try {
      yield* this.#plain.streamQuery<Row>(query, chunkSize);
    } catch (error) {
      throw this.#disk.translate(error);
    }
  }
}

/** Whoever goes on after an error in a transaction would otherwise write outside of one. */
class TransactionLost extends Error {
  override readonly name = 'TransactionLost';

  constructor() {
    super('the transaction was ended by an error before; nothing of it is kept');
  }
}

function busyForTooLong(): Unavailable {
  const detail =
    'Another program has been writing to the database of the server for too long. Try again in a moment.';
  return new Unavailable('storage', 'overloaded', detail, { retryAfter: 5 });
}

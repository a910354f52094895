import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { createBlobs } from './blobs/blobs.ts';
import { nodeSqliteDialect } from './database/dialect.ts';
import { migrate, pendingSteps } from './database/migrate.ts';
import { watchDisk } from './disk.ts';
import { layout } from './folder/layout.ts';
import { lockFolder } from './folder/lock.ts';
import { StorageProblem } from './storage-problem.ts';
import type { Migrations, Store } from './store.ts';

const busyTimeoutMilliseconds = 50;

/**
 * Opens a data folder, makes it if it is not there, and brings its tables up to date. It is this process's alone until it
 * is disposed of. With `lock: false` it is a second, short-lived connection beside a running server: it takes no lock and
 * migrates nothing. Rejects with a `StorageProblem`; a folder that is refused stays as it was.
 */
export async function openStore(
  folder: string,
  { migrations, lock = true }: { readonly migrations: Migrations; readonly lock?: boolean },
): Promise<Store> {
  const places = layout(folder);
  const resources = new AsyncDisposableStack();
  try {
    await mkdir(folder, { recursive: true });
    if (lock) resources.use(lockFolder(folder, places.lock));
    for (const place of [places.blobs, places.incoming, places.backups])
      await mkdir(place, { recursive: true });

    const connection = new DatabaseSync(places.database, { timeout: busyTimeoutMilliseconds });
    resources.defer(() => connection.close());
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    const disk = watchDisk(() => connection.exec('PRAGMA query_only = ON'));
    const kysely = new Kysely<unknown>({ dialect: nodeSqliteDialect(connection, disk) });

    const { pending } = await pendingSteps(folder, kysely, migrations);
    if (pending.length > 0 && !lock) {
      throw new StorageProblem(
        'outdated',
        `The folder ${folder} has to be brought up to date first: start the server once.`,
      );
    }
    await migrate(kysely, pending, () => new Date());

    if (lock) {
      for (const name of await readdir(places.incoming))
        await rm(join(places.incoming, name), { force: true });
      await writeFile(places.running, `${process.pid}\n`);
      resources.defer(() => rm(places.running, { force: true }));
    }
    // Whoever is in a transaction ends it first.
    resources.defer(async () => {
      await kysely.connection().execute((last) => sql`select 1`.execute(last));
    });
    const closing = new AbortController();
    resources.defer(() => closing.abort(new Error('the store is being closed')));
    const open = resources.move();
    return {
      folder,
      database: { as: <Tables>() => kysely as unknown as Kysely<Tables> },
      blobs: createBlobs(folder, disk, closing.signal),
      [Symbol.asyncDispose]: () => open.disposeAsync(),
    };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

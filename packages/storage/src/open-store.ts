import type { Kysely } from 'kysely';
import { createBlobs } from './blobs/blobs.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { checkSqliteVersion, sqliteVersion } from './database/sqlite-version.ts';
import { watchDisk } from './disk/disk.ts';
import { inspect } from './folder/inspect.ts';
import { layout } from './folder/layout.ts';
import { lockFolder } from './folder/lock.ts';
import { leave, makeFolder, prepare } from './folder/prepare.ts';
import { outdated, problemOpening } from './storage-problem.ts';
import type { Migrations, Store } from './store.ts';

export async function openStore(
  folder: string,
  { migrations, lock = true }: { readonly migrations: Migrations; readonly lock?: boolean },
): Promise<Store> {
  checkSqliteVersion(sqliteVersion);
  await using resources = new AsyncDisposableStack();
  try {
    if (lock) {
      await makeFolder(folder);
      resources.use(lockFolder(folder));
    }
    const found = inspect(folder, migrations, { locked: lock });
    if (!lock && (!found.there || found.steps.length > 0)) throw outdated(folder);

    const disk = watchDisk(folder);
    if (lock) {
      resources.defer(() => leave(folder, disk));
      await prepare(folder, found);
    }
    const { kysely } = resources.use(connect(layout(folder).database, disk));
    await migrate(kysely, found.steps);
    const { blobs } = resources.use(createBlobs(folder, disk));
    const open = resources.move();
    return {
      folder,
      database: { as: <Tables>() => kysely as unknown as Kysely<Tables> },
      blobs,
      failed: disk.failed,
      [Symbol.asyncDispose]: () => open.disposeAsync(),
    };
  } catch (error) {
    throw problemOpening(folder, error);
  }
}

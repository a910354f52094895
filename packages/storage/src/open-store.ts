import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createBlobs } from './blobs/blobs.ts';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { checkSqliteVersion, sqliteVersion } from './database/sqlite-version.ts';
import { watchDisk } from './disk/disk.ts';
import { inspect } from './folder/inspect.ts';
import { joinFolder } from './folder/join.ts';
import { layout } from './folder/layout.ts';
import { lockFolder } from './folder/lock.ts';
import { checkPartName } from './folder/parts.ts';
import { leave, makeFolder, prepare } from './folder/prepare.ts';
import { othersAtWork, outdated, problemOpening } from './storage-problem.ts';
import type { Migrations, Store } from './store.ts';

export async function openStore(
  folder: string,
  {
    migrations,
    lock = true,
    part = null,
  }: { readonly migrations: Migrations; readonly lock?: boolean; readonly part?: string | null },
): Promise<Store> {
  checkSqliteVersion(sqliteVersion);
  if (part !== null) checkPartName(part);
  const places = layout(folder, part);
  await using resources = new AsyncDisposableStack();
  try {
    if (lock) await makeFolder(folder);
    const taken = lock
      ? resources.use(part === null ? lockFolder(folder) : await joinFolder(folder, part))
      : null;
    const alone = taken?.alone ?? false;
    const found = inspect(folder, migrations, { alone });
    if (!alone && (!found.there || found.steps.length > 0))
      throw lock ? othersAtWork(folder) : outdated(folder);

    const disk = watchDisk(places);
    if (lock) {
      resources.defer(() => leave(places, disk));
      await prepare(places, found, { alone });
    }
    const { kysely } = resources.use(connect(places.database, disk));
    await migrate(kysely, found.steps);
    taken?.opened();
    const { blobs } = resources.use(createBlobs(places, disk));
    const open = resources.move();
    return {
      folder,
      database: { as: <Tables>() => kysely as unknown as Kysely<Tables> },
      blobs,
      scratch: () => mkdtemp(join(places.incoming, 'scratch-')),
      failed: disk.failed,
      [Symbol.asyncDispose]: () => open.disposeAsync(),
    };
  } catch (error) {
    throw problemOpening(folder, error);
  }
}

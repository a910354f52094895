import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keepRide, rides } from '../../testing/rides.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { examine, type Finding, openStore } from '../index.ts';

const places = ['piaffe.db', 'piaffe.db-wal', 'lock.db', 'running', 'blobs', 'incoming', 'backups', '.'];

/** What may have become of a place, or of the folder itself. */
const fates: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'is not there': async () => {},
  'is empty': (path) => writeFile(path, ''),
  'is something else': (path) => writeFile(path, 'this was something once '.repeat(400)),
  'is a folder': (path) => mkdir(join(path, 'deeper'), { recursive: true }),
  'is a database of somebody else': async (path) => {
    const database = new DatabaseSync(path);
    database.exec('create table other (x)');
    database.close();
  },
  'is of a newer version': async (path) => {
    const database = new DatabaseSync(path);
    database.exec('create table storage_migrations (module, name)');
    database.exec(`insert into storage_migrations values ('rides', '0001-rides'), ('rides', '0002-more')`);
    database.close();
  },
};
const modes = { 'may only be read': 0o500, 'may not be read': 0o000 };

test('whatever a server refuses to open, the doctor calls a problem, and says what to do', async (t) => {
  const spoilt = new Map<string, string>();
  const closed: string[] = [];
  const copyOf = async (folder: string, what: string) => {
    const copy = join(await temporaryFolder(t), 'data');
    await cp(folder, copy, { recursive: true });
    spoilt.set(copy, what);
    return copy;
  };
  for (const from of [await folderWithRides(t), await temporaryFolder(t)]) {
    for (const place of places) {
      for (const [fate, become] of Object.entries(fates)) {
        const path = join(await copyOf(from, `${place} ${fate}`), place);
        await rm(path, { recursive: true, force: true });
        await become(path);
      }
      for (const [fate, mode] of Object.entries(modes)) {
        if (!existsSync(join(from, place))) continue;
        const path = join(await copyOf(from, `${place} ${fate}`), place);
        await chmod(path, mode);
        closed.push(path);
      }
    }
  }
  const top = await temporaryFolder(t);
  await chmod(top, 0o555);
  spoilt.set(join(top, 'on the way', 'data'), 'in a folder that may only be read');

  const outcomes = await openAndExamine([...spoilt.keys()]);
  for (const path of closed) await chmod(path, 0o700);
  const refused = [...spoilt.values()].map((what, at) => ({ what, ...outcomes[at]! }));
  for (const { what, findings, refusal } of refused.filter((each) => each.refusal !== null)) {
    const wrong = Array.isArray(findings) ? findings.filter(({ severity }) => severity === 'problem') : [];
    assert.ok(wrong.length > 0, `${what}: ${refusal}\n${JSON.stringify(findings, null, 2)}`);
    for (const { mend } of wrong) assert.ok(mend, what);
  }
  assert.ok(refused.filter(({ refusal }) => refusal !== null).length > 30);
  assert.ok(refused.filter(({ refusal }) => refusal === null).length > 10);
});

test('recordings without their database are a problem, with what to do, and nothing is said to be removed', async (t) => {
  for (const lose of [(path: string) => writeFile(path, ''), (path: string) => rm(path)]) {
    const folder = await folderWithRides(t);
    await lose(join(folder, 'piaffe.db'));
    const findings = await examine(folder, { migrations: rides, referenced: async function* () {} });
    const wrong = findings.filter(({ severity }) => severity === 'problem');
    assert.equal(wrong.length, 1);
    assert.match(wrong[0]!.mend!, /piaffe\.db there, from your backup/);
    assert.doesNotMatch(JSON.stringify(findings), /removes them/);
  }
});

async function folderWithRides(t: TestContext): Promise<string> {
  const folder = await temporaryFolder(t);
  await using store = await openStore(folder, { migrations: rides });
  await keepRide(store, Buffer.from('a ride'));
  return folder;
}

/** By somebody whom the modes bind: root may do anything, so it becomes somebody else for it. */
async function openAndExamine(folders: readonly string[]) {
  const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
  for (const folder of folders) {
    const top = dirname(folder);
    if (somebody === null || !existsSync(top)) continue;
    for (const name of ['', ...(await readdir(top, { recursive: true }))]) {
      await chown(join(top, name), somebody.uid, somebody.gid);
    }
  }
  const program = fileURLToPath(new URL('../../testing/open-and-examine.fixture.ts', import.meta.url));
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [program, ...folders], { ...somebody, maxBuffer: 1e8 });
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as { findings: Finding[] | string; refusal: string | null });
}

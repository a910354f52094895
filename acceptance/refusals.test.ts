import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { administrator } from './support/api.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { type Exit, runPiaffe, startServer } from './support/server.fixture.ts';
import { fill, noSmallDisk, smallDisk } from './support/small-disk.fixture.ts';

const folder = await scratchFolder();
const used = join(folder, 'used');
{
  await using server = await startServer({ folder: used });
  await (await administrator(server)).addHorse('Luna');
  server.kill('SIGTERM');
  await server.ended;
}

const serve = (data: string, ...flags: readonly string[]) =>
  runPiaffe(['serve', '--no-demo', '--data', data, '--port', '0', ...flags]);

/** One line on standard error, and nothing of the server on standard output. */
function refusedFor(exit: Exit, why: RegExp, exitCode: number): void {
  assert.match(exit.stderr, why);
  assert.match(exit.stderr, /^piaffe: [^\n]+\n$/);
  assert.equal(exit.code, exitCode, exit.stderr);
}

async function copyOf(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(used, copy, { recursive: true });
  return copy;
}

const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

test('a port in use is said with the port, and with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const exit = await serve(join(folder, 'port'), '--port', `${port}`);
  other.close();
  refusedFor(exit, new RegExp(`${port} .*--port`), 69);
});

test('an address that this machine has not is said', async () => {
  refusedFor(await serve(join(folder, 'host'), '--host', '192.0.2.1'), /192\.0\.2\.1.*--host/, 69);
});

test('a folder that another server has is left alone', async () => {
  await using server = await startServer({ folder: join(folder, 'in-use') });
  refusedFor(await serve(server.folder), /in use by another Piaffe/, 69);
  assert.equal((await fetch(`${server.url}/health/live`)).status, 200);
});

test('a folder of a newer version is refused and stays as it was', async () => {
  const newer = await copyOf('newer');
  const database = new DatabaseSync(join(newer, 'piaffe.db'));
  database.exec(
    "INSERT INTO storage_migrations VALUES ('auth', '9999-not-known-yet', '2026-11-01T00:00:00.000Z')",
  );
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const before = await hashOf(join(newer, 'piaffe.db'));
  refusedFor(await serve(newer), /newer/, 65);
  assert.equal(await hashOf(join(newer, 'piaffe.db')), before);
});

test('a damaged database is refused and stays as it was', async () => {
  const damaged = await copyOf('damaged');
  const file = await open(join(damaged, 'piaffe.db'), 'r+');
  await file.write(Buffer.alloc(40 * 4096, 0xa5), 0, 40 * 4096, 4096);
  await file.close();
  const before = await hashOf(join(damaged, 'piaffe.db'));
  refusedFor(await serve(damaged), /damaged/, 65);
  assert.equal(await hashOf(join(damaged, 'piaffe.db')), before);
});

test('a file where the folder should be is said', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, 'mine');
  refusedFor(await serve(file), /not a folder/, 65);
  assert.equal(await readFile(file, 'utf8'), 'mine');
});

const isRoot = process.getuid?.() === 0;

test('a folder without the right to write is said', { skip: isRoot && noSmallDisk }, async () => {
  const data = isRoot ? smallDisk(1, 'ro') : join(folder, 'read-only');
  if (!isRoot) await mkdir(data, { mode: 0o555 });
  refusedFor(await serve(data), /writ/, 69);
});

test('a full disk is said, and what was there before is not damaged', { skip: noSmallDisk }, async () => {
  const disk = smallDisk(4);
  const data = join(disk, 'data');
  await cp(used, data, { recursive: true });
  const filling = fill(disk);
  refusedFor(await serve(join(disk, 'fresh')), /full/, 69);
  await rm(filling);
  await using server = await startServer({ folder: data });
  const horses = await (await administrator(server)).json<{ items: unknown[] }>('/horses');
  assert.equal(horses.items.length, 1);
});

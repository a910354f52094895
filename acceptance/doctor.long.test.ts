import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { administrator, sha256 } from './support/api.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { runPiaffe, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const data = join(folder, 'data');
const bytes = shortRides().ride(1);
const hash = sha256(bytes);

interface Finding {
  readonly code: string;
  readonly severity: 'ok' | 'warning' | 'problem';
  readonly what: string;
  readonly mend: string | null;
}

async function examined(place: string): Promise<{ code: number | null; wrong: readonly Finding[] }> {
  const { code, stdout, stderr } = await runPiaffe(['doctor', '--json', '--port', '0', '--data', place]);
  assert.equal(stderr, '');
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  assert.ok(findings.length > 8);
  return { code, wrong: findings.filter(({ severity }) => severity !== 'ok') };
}

/** Every file of a folder with its hash. */
async function contentOf(place: string): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(place, { recursive: true, withFileTypes: true });
  const hashes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [
          path,
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ] as const;
      }),
  );
  return Object.fromEntries(hashes.sort());
}

test('beside a running server a folder with a ride in it is well', async () => {
  await using server = await startServer({ folder: data });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const { state } = await api.settled((await api.upload(horse, bytes)).session.id);
  assert.equal(state, 'done');
  assert.deepEqual(await examined(data), { code: 0, wrong: [] });
  server.kill('SIGTERM');
  assert.equal((await server.ended).code, 0);
});

test('it changes nothing', async () => {
  const before = await contentOf(data);
  assert.deepEqual(await examined(data), { code: 0, wrong: [] });
  assert.deepEqual(await contentOf(data), before);
});

test('a recording whose bytes have changed, or that is gone, is named with what to do', async () => {
  const changed = join(folder, 'changed');
  await cp(data, changed, { recursive: true });
  const blob = join(changed, 'blobs', hash.slice(0, 2), hash);
  await rm(blob);
  await writeFile(blob, 'something else');
  const damaged = await examined(changed);
  assert.equal(damaged.code, 65);
  assert.deepEqual(
    damaged.wrong.map(({ code, severity }) => ({ code, severity })),
    [{ code: 'blob-damaged', severity: 'problem' }],
  );
  assert.match(damaged.wrong[0]?.what ?? '', new RegExp(hash));
  assert.ok(damaged.wrong[0]?.mend);

  await rm(blob);
  const missing = await examined(changed);
  assert.equal(missing.code, 65);
  assert.deepEqual(
    missing.wrong.map(({ code }) => code),
    ['blob-missing'],
  );
});

test('for people it is a list, with a sign for each finding, that ends with what it comes to', async () => {
  const { stdout, code } = await runPiaffe(['doctor', '--port', '0', '--data', data]);
  assert.equal(code, 0);
  assert.match(stdout, /^✔ It runs on Node \d/);
  assert.match(stdout, /All is well\.\n$/);
});

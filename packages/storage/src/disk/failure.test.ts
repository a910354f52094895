import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { collected, sha256Of } from '../../testing/bytes.fixture.ts';
import { keptRides, rides } from '../../testing/rides.fixture.ts';
import { runWatched, whyNoStrace } from '../../testing/strace.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';
import { openStore } from '../index.ts';

/** How many of the calls that make a ride last are made to fail, one after the other, per kind of file. */
const positions = Number(process.env.PIAFFE_DISK_FAILURES ?? 3);
const attempts = positions + 5;
const eachPosition = Array.from({ length: positions }, (_, position) => position);

test('once the disk did not keep a recording, nothing more is acknowledged, and what was stays readable', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  for (const position of eachPosition) {
    // The first two make the mark of a server that runs last.
    const inject = [`fsync:error=EIO:when=${3 + position}`];
    const { kept, lines, alone } = await runOnFailing(t, () => ({ inject, paths: null }));
    assert.equal(kept, Math.floor(position / 3), 'three calls make the bytes of a ride last');
    assert.deepEqual(new Set(lines.slice(kept)), new Set(['refused storage down']));
    assert.deepEqual(alone, ['recording refused storage down', 'row refused storage down']);
  }
});

test('once the disk did not keep a commit, nothing more is acknowledged, and what was stays readable', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  for (const position of eachPosition) {
    // The first makes the head of the log last.
    const inject = [`fsync,fdatasync:error=EIO:when=${2 + position}`];
    const { kept, lines, alone } = await runOnFailing(t, (folder) => ({ inject, paths: [log(folder)] }));
    assert.equal(kept, position, 'one call makes the row of a ride last');
    assert.deepEqual(new Set(lines.slice(kept)), new Set(['refused storage down']));
    assert.deepEqual(alone, ['recording refused storage down', 'row refused storage down']);
  }
});

test('a disk that fails to write is trusted no more, either', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  const inject = ['pwrite64:error=EIO:when=9'];
  const { kept, lines } = await runOnFailing(t, (folder) => ({ inject, paths: [log(folder)] }));
  assert.ok(kept > 0);
  assert.deepEqual(new Set(lines.slice(kept)), new Set(['refused storage down']));
});

test('a quota that is used up under a recording is a full disk: afterwards everything goes on', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  const inject = ['rename:error=EDQUOT:when=2'];
  const { kept, lines } = await runOnFailing(t, () => ({ inject, paths: null }));
  assert.deepEqual({ kept, second: lines[1] }, { kept: attempts - 1, second: 'refused storage full' });
});

test('a quota that is used up under a commit is a full disk: afterwards everything goes on', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  // SQLite says no more than that it could not write; the attempt to write a file beside it tells why.
  const inject = ['pwrite64:error=EDQUOT:when=9', 'write:error=EDQUOT'];
  const { lines } = await runOnFailing(t, (folder) => ({
    inject,
    paths: [log(folder), join(folder, 'incoming', 'probe')],
  }));
  assert.deepEqual(
    lines.filter((line) => line.startsWith('refused')),
    ['refused storage full'],
  );
  assert.ok(lines.at(-1)?.startsWith('kept'));
});

interface Outcome {
  /** How many rides were acknowledged. */
  readonly kept: number;
  /** What became of each. */
  readonly lines: readonly string[];
  /** What became of a recording without its row afterwards, and of a row without its recording. */
  readonly alone: readonly string[];
}

const log = (folder: string) => join(folder, 'piaffe.db-wal');

/** Keeps rides while calls are made to fail; those acknowledged are looked for afterwards. */
async function runOnFailing(
  t: TestContext,
  injection: (folder: string) => NonNullable<Parameters<typeof runWatched>[3]>,
): Promise<Outcome> {
  const folder = await temporaryFolder(t);
  await (await openStore(folder, { migrations: rides }))[Symbol.asyncDispose]();
  const { program, calls } = await runWatched(
    t,
    'keep-rides.fixture.ts',
    [folder, String(attempts)],
    injection(folder),
  );
  await program.ended();
  assert.ok(
    (await calls()).some(({ result }) => result.includes('INJECTED')),
    'nothing was made to fail',
  );

  const kept = program.lines.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5));
  assert.equal(program.lines[attempts + 1], `readable ${kept.length}`);
  assert.equal(program.lines.at(-1), 'closed');
  await using store = await openStore(folder, { migrations: rides });
  const rows = await keptRides(store);
  for (const sha256 of kept) {
    assert.ok(rows.includes(sha256));
    assert.equal(sha256Of(await collected(store.blobs.open(sha256))), sha256);
  }
  return {
    kept: kept.length,
    lines: program.lines.slice(1, attempts + 1),
    alone: program.lines.slice(attempts + 2, attempts + 4),
  };
}

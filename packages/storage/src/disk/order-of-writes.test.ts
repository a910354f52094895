import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWatched, type SystemCall, whyNoStrace } from '../../testing/strace.fixture.ts';
import { temporaryFolder } from '../../testing/temporary-folder.fixture.ts';

// A kill proves nothing about a power cut: what the system has in memory survives it. So this looks at what is asked of
// the system before anything is acknowledged. Without any one of the calls to fsync it fails.
test('before a ride is acknowledged its bytes, its name and its row are on the disk', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  const folder = await temporaryFolder(t);
  const { program, calls } = await runWatched(t, 'keep-rides.fixture.ts', [folder, '6']);
  await program.ended();
  assert.equal(program.lines.at(-1), 'closed');

  const all = await calls();
  let seen = 0;
  for (const line of program.lines.filter((each) => each.startsWith('kept '))) {
    const sha256 = line.slice('kept '.length);
    const acknowledged = indexOf(all, seen, 'write', `"${line}`);
    const renamed = indexOf(all, seen, 'rename', sha256);
    const shard = `${folder}/blobs/${sha256.slice(0, 2)}`;
    const [, temporary] = /^"([^"]*)"/.exec(all[renamed]!.args)!;
    const written = lastBefore(all, renamed, 'write', `<${temporary}>`);
    const fileSynced = lastBefore(all, renamed, 'fsync', `<${temporary}>`);
    const shardSynced = indexOf(all, renamed, 'fsync', `<${shard}>`);
    const rowWritten = lastBefore(all, acknowledged, 'pwrite64', `<${folder}/piaffe.db-wal>`);
    const rowSynced = lastBefore(all, acknowledged, 'fsync', `<${folder}/piaffe.db-wal>`);
    const order = [written, fileSynced, renamed, shardSynced, rowWritten, rowSynced, acknowledged];
    assert.ok(
      order.every((at) => at >= seen),
      `something is missing before ${line}: ${order}`,
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );

    const made = all.findIndex(({ name, args }) => name === 'mkdir' && args.includes(`"${shard}"`));
    const parentSynced = indexOf(all, made, 'fsync', `<${folder}/blobs>`);
    assert.ok(made < parentSynced && parentSynced < renamed);
    seen = acknowledged;
  }
  assert.ok(seen > 0);
});

test('a new folder and what is in it last', async (t) => {
  const why = whyNoStrace();
  if (why !== null) return t.skip(why);
  const above = await temporaryFolder(t);
  const folder = `${above}/all/made`;
  const { program, calls } = await runWatched(t, 'keep-rides.fixture.ts', [folder, '1']);
  await program.ended();
  const all = await calls();
  const open = indexOf(all, 0, 'write', '"open');
  const database = indexOf(all, 0, 'pwrite64', `<${folder}/piaffe.db`);
  assert.ok(indexOf(all, 0, 'fsync', `<${folder}>`) < database, 'the mark is not there before the database');
  for (const path of [above, `${above}/all`, folder, `${folder}/running`]) {
    const synced = indexOf(all, 0, 'fsync', `<${path}>`);
    assert.ok(synced >= 0 && synced < open, path);
  }
});

function indexOf(calls: readonly SystemCall[], from: number, name: string, part: string): number {
  return calls.findIndex((call, at) => at >= from && isWell(call, name, part));
}

function lastBefore(calls: readonly SystemCall[], before: number, name: string, part: string): number {
  return calls.findLastIndex((call, at) => at < before && isWell(call, name, part));
}

/** SQLite may be built to use fdatasync, which is as good for its files. */
function isWell(call: SystemCall, name: string, part: string): boolean {
  const sameName = call.name === name || (name === 'fsync' && call.name === 'fdatasync');
  return sameName && call.args.includes(part) && !call.result.startsWith('-1');
}

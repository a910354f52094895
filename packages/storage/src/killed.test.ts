import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { collected, sha256Of } from '../testing/bytes.fixture.ts';
import { runProgram } from '../testing/program.fixture.ts';
import { keptRides, rides } from '../testing/rides.fixture.ts';
import { temporaryFolder } from '../testing/temporary-folder.fixture.ts';
import { openStore } from './index.ts';

const kills = Number(process.env.PIAFFE_KILLS ?? 12);

test('what was acknowledged before a kill is there afterwards, byte for byte', async (t) => {
  const folder = await temporaryFolder(t);
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    const program = runProgram(t, 'keep-rides.fixture.ts', [folder, 'Infinity', '3']);
    // One in four while it is still opening the folder.
    if (kill % 4 !== 0) await program.printed('kept');
    await pause(randomInt(150));
    program.process.kill('SIGKILL');
    await program.ended();
    for (const line of program.lines) if (line.startsWith('kept ')) acknowledged.add(line.slice(5));

    await using store = await openStore(folder, { migrations: rides });
    const rows = new Set(await keptRides(store));
    for (const sha256 of acknowledged) assert.ok(rows.has(sha256), `${sha256} was acknowledged and is lost`);
    // Whatever is referred to is whole, acknowledged or not; so is what never came to be referred to.
    const blobs = new Set<string>();
    for await (const { sha256 } of store.blobs.list()) {
      blobs.add(sha256);
      assert.equal(sha256Of(await collected(store.blobs.open(sha256))), sha256);
    }
    for (const sha256 of rows) assert.ok(blobs.has(sha256));
    assert.deepEqual(await readdir(join(folder, 'incoming')), []);
  }
  t.diagnostic(`${kills} kills, ${acknowledged.size} acknowledged rides`);
  assert.ok(acknowledged.size >= kills / 2);
});

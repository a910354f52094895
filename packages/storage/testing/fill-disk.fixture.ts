// Keeps rides on a disk that it fills itself, with ever so little more room: each attempt runs out of it a step later.
import { randomBytes } from 'node:crypto';
import { statfsSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from '@piaffe/kernel';
import { openStore, StorageProblem } from '../src/index.ts';
import { collected, sha256Of } from './bytes.fixture.ts';
import { keepRide, keptRides, rides } from './rides.fixture.ts';

const [disk, attempts] = process.argv.slice(2);
const folder = join(disk!, 'data');
const filler = join(disk!, 'filler');
const page = 4096;
const say = (line: string) => writeSync(1, `${line}\n`);

writeFileSync(filler, '');
fill();
await openStore(folder, { migrations: rides }).then(
  () => say('opened'),
  (error) => say(error instanceof StorageProblem ? `not opened: ${error.code}` : String(error)),
);
truncateSync(filler, 0);

await using store = await openStore(folder, { migrations: rides });
const kept = [await keepRide(store, randomBytes(1000))];
for (let attempt = 0; attempt < Number(attempts); attempt++) {
  const filled = fill();
  truncateSync(filler, Math.max(0, filled - (attempt % 8) * page));
  try {
    kept.push(await keepRide(store, randomBytes(10_000)));
    say('kept');
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    say(`refused ${error.need} ${error.cause} ${error.retryAfter !== null}`);
  }
  await reread(kept.slice(-1));
  if ((await keptRides(store)).join() !== kept.join()) say('rows differ');
}
truncateSync(filler, 0);
kept.push(await keepRide(store, randomBytes(10_000)));
await reread(kept);
say(`in the end ${kept.length === (await keptRides(store)).length}`);

async function reread(hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) {
    if (sha256Of(await collected(store.blobs.open(sha256))) !== sha256) say(`changed ${sha256}`);
  }
}

/** Leaves no page free; returns how large the file is that takes them. */
function fill(): number {
  truncateSync(filler, 0);
  const { bavail, bsize } = statfsSync(disk!);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
  return bavail * bsize;
}

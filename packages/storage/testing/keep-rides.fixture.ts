// Keeps rides until it is killed, or so many of them, and says what was acknowledged: `kept SHA256`. In the end it tries
// a recording without its row and a row without its recording, so that each can be seen to be refused by itself.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Unavailable } from '@piaffe/kernel';
import { newId, openStore } from '../src/index.ts';
import { inChunks } from './bytes.fixture.ts';
import { keepRide, keptRides, type RideTables, rides } from './rides.fixture.ts';

const [folder, count = 'Infinity', atOnce = '1'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const store = await openStore(folder!, { migrations: rides });
say('open');
await Promise.all(
  Array.from({ length: Number(atOnce) }, async () => {
    for (let ride = 0; ride < Number(count); ride++) {
      say(await outcome(async () => `kept ${await keepRide(store, randomBytes(randomLength()))}`));
    }
  }),
);
say(`readable ${(await keptRides(store)).length}`);
const blob = () => store.blobs.put(inChunks(randomBytes(randomLength())));
say(`recording ${await outcome(async () => `kept ${(await blob()).bytes > 0}`)}`);
const row = () =>
  store.database.as<RideTables>().insertInto('rides_ride').values({ id: newId(), sha256: 'none' }).execute();
say(`row ${await outcome(async () => `kept ${(await row()).length > 0}`)}`);
await store[Symbol.asyncDispose]();
say('closed');

async function outcome(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return `refused ${error.need} ${error.cause}`;
  }
}

function randomLength(): number {
  return Math.ceil(Math.random() * 200_000);
}

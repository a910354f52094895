// Has a folder as one part of it until it is told to end, by SIGTERM: `FOLDER PART RIDES TABLES`. It says what it makes,
// that it is open, each ride that it has kept, and why it was refused.
import { writeSync } from 'node:fs';
import { openStore, StorageProblem } from '../src/index.ts';
import { keepRide, moreRides } from './rides.fixture.ts';

const [folder, part, count = '0', tables = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const told = Promise.withResolvers<void>();
process.once('SIGTERM', () => told.resolve());
const alive = setInterval(() => {}, 1000);

try {
  await using store = await openStore(folder!, { migrations: moreRides(Number(tables), say), part: part! });
  say('open');
  for (let ride = 0; ride < Number(count); ride++)
    say(`kept ${await keepRide(store, Buffer.from(`ride ${ride} of ${part} in ${process.pid}`))}`);
  say('through');
  await told.promise;
} catch (error) {
  if (!(error instanceof StorageProblem)) throw error;
  say(`refused ${error.code}: ${error.message}`);
}
say('closed');
clearInterval(alive);

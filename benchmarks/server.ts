/**
 * The server as a whole, as its own process: how soon it is there, what it takes while nothing happens, how long a rider
 * waits for a ride of one hour, and what riders feel while others' rides are analysed. The load comes from a process of
 * its own; what is compared is measured in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../acceptance/support/api.fixture.ts';
import { shortRides } from '../acceptance/support/rides.fixture.ts';
import { startServer } from '../acceptance/support/server.fixture.ts';
import { measureIdleMemory } from './server/idle-memory.ts';
import { measureLatencyAtWork } from './server/latency-at-work.ts';
import { measureSessionReads } from './server/session-reads.ts';
import { measureStart } from './server/start-time.ts';
import { measureUploadToPage } from './server/upload-to-page.ts';
import { hourRides } from './support/hour-ride.ts';
import { keepRides } from './support/keep-rides.ts';

const ridesInTheQueue = 4;

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-server-'));
try {
  // Made before there is a connection, which would be closed while this thread is at work.
  const hour = hourRides();
  const short = shortRides();
  {
    await using server = await startServer({ folder });
    const api = await administrator(server);
    const horse = await api.addHorse('Luna');
    const [read] = await keepRides(api, horse, [short.ride(0)]);
    await measureSessionReads(api, read!);
    await measureUploadToPage(api, horse, hour);
    const queued = Array.from({ length: ridesInTheQueue }, (_, n) => hour.ride(1000 + n));
    await measureLatencyAtWork(api, await keepRides(api, horse, queued));
    server.kill('SIGTERM');
    await server.ended;
  }
  await measureStart(folder);
  if (process.platform === 'linux') await measureIdleMemory(folder);
  else console.log(`idle memory: not measured, proportional set size needs Linux (${process.platform})`);
} finally {
  rmSync(folder, { recursive: true });
}

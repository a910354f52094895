import { purgeForGood } from '../sweep/purge-for-good.ts';
import { scripted } from './scripted-aggregation.fixture.ts';
import { owner, server, upload } from './server.fixture.ts';
import { steppedWorker } from './worker.fixture.ts';

// A process to be killed: of a purge in the folder it is given, the rows are deleted, and the first blob never is.
const [, , folder = ''] = process.argv;
const aggregation = scripted();
const here = await server({ after() {} }, { aggregation: aggregation.client, folder, concurrent: 0 });
const { shared, ...worker } = steppedWorker(here, aggregation);
const me = await owner(here);
await worker.askForAlgorithm();
await upload(here, me, 'a ride');
while ((await worker.step()) !== null);
const blobs = {
  ...shared.blobs,
  async remove() {
    process.stdout.write(`${JSON.stringify(me)}\n`);
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  },
};
await purgeForGood({ ...shared, blobs }, { principal: me.principal, horse: null });

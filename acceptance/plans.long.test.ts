import { join } from 'node:path';
import { after, describe } from 'node:test';
import { suite } from './suite/index.ts';
import { signInToken } from './support/api.fixture.ts';
import { plansToRun, startPlan } from './support/plan.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';

const folder = await scratchFolder();

/** `http://somewhere#sign-in=TOKEN`, as `piaffe sign-in-link` prints it: then it is that server that is asked. */
const link = process.env.PIAFFE_SIGN_IN_LINK ?? '';

if (link !== '') {
  describe(`at ${link.replace(/#.*/, '')}`, () => {
    const [address = '', token = ''] = link.split('#sign-in=');
    suite(async () => ({ url: address.replace(/\/$/, ''), signInToken: token }));
  });
}

for (const plan of link === '' ? plansToRun() : []) {
  describe(`as ${plan} has it`, () => {
    const running = new AsyncDisposableStack();
    after(() => running.disposeAsync());
    suite(async () => {
      const { url, folder: data } = running.use(await startPlan(plan, { folder: join(folder, plan) }));
      return { url, signInToken: await signInToken(data) };
    });
  });
}

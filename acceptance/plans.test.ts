import { join } from 'node:path';
import { after, describe } from 'node:test';
import { suite } from './suite/index.ts';
import { signInToken } from './support/api.fixture.ts';
import { plansToRun, startPlan } from './support/plan.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';

const folder = await scratchFolder();

for (const plan of plansToRun()) {
  describe(`as ${plan} has it`, () => {
    const running = new AsyncDisposableStack();
    after(() => running.disposeAsync());
    suite(async () => {
      const { url, folder: data } = running.use(await startPlan(plan, { folder: join(folder, plan) }));
      return { url, signInToken: await signInToken(data) };
    });
  });
}

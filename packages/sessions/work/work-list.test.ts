import { test } from 'node:test';
import fc from 'fast-check';
import { scripted } from '../testing/scripted-aggregation.fixture.ts';
import { server } from '../testing/server.fixture.ts';
import { action, WorkListModel } from '../testing/work-list-model.fixture.ts';

test('whatever people and fate do, every ride comes to an end, nothing is lost, and nothing is published twice', async (t) => {
  let actions = 0;
  let published = 0;
  let superseded = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 30, maxLength: 60, size: 'max' }), async (all) => {
      const aggregation = scripted();
      const here = await server(t, { aggregation: aggregation.client, concurrent: 0 });
      const model = await WorkListModel.begin(here, aggregation);
      for (const one of all) await model.do(one);
      await model.finish();
      actions += all.length;
      published += model.publishedInAll;
      superseded += model.superseded;
      await here.close();
    }),
    { numRuns: 20, endOnFailure: true },
  );
  t.diagnostic(`${actions} actions, ${published} results published, ${superseded} came too late`);
});

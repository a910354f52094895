import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '@piaffe/storage';
import { errorOf, openStable, somebody } from './testing/stable.fixture.ts';

const page = { archived: false, limit: 2, after: null };

test('riders are added, renamed, archived, and listed by name whatever its case', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const ids = [];
  for (const name of ['zoe', ' Ana ', 'Zoé', 'ana'])
    ids.push((await stable.addRider({ principal, name })).id);
  const first = await stable.riders({ principal, ...page });
  assert.deepEqual(
    first.items.map(({ name }) => name.toLowerCase()),
    ['ana', 'ana'],
  );
  const second = await stable.riders({ principal, ...page, after: first.next });
  assert.deepEqual(new Set(second.items.map(({ name }) => name)), new Set(['zoe', 'Zoé']));
  assert.equal(second.next, null);

  const renamed = await stable.changeRider({ principal, rider: ids[0]!, changes: { name: 'Aaron' } });
  assert.deepEqual(await stable.rider({ principal, rider: ids[0]! }), renamed);
  assert.equal((await stable.riders({ principal, ...page })).items[0]?.name, 'Aaron');

  const gone = await stable.changeRider({ principal, rider: ids[0]!, changes: { archived: true } });
  assert.deepEqual((await stable.riders({ principal, ...page, archived: true })).items, [gone]);
  assert.equal((await stable.riders({ principal, ...page, limit: 50 })).items.length, 3);
});

test('the page behind a rider who was archived meanwhile is still found', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  for (const name of ['Ana', 'Bea', 'Cid']) await stable.addRider({ principal, name });
  const { items, next } = await stable.riders({ principal, ...page });
  await stable.changeRider({ principal, rider: items[1]!.id, changes: { archived: true } });
  const behind = await stable.riders({ principal, ...page, after: next });
  assert.deepEqual(
    behind.items.map(({ name }) => name),
    ['Cid'],
  );
});

test('the rider of another account is as if there were none, for an administrator too', async (t) => {
  const stable = await openStable(t);
  const owner = somebody();
  const { id: rider } = await stable.addRider({ principal: owner, name: 'Ana' });
  for (const principal of [somebody(), somebody('administrator')]) {
    const asks = [
      (id: string) => stable.rider({ principal, rider: id }),
      (id: string) => stable.changeRider({ principal, rider: id, changes: { name: 'Mine' } }),
      (id: string) => stable.changeRider({ principal, rider: id, changes: {} }),
      (id: string) => stable.removeRider({ principal, rider: id }),
    ];
    for (const ask of asks) {
      const foreign = await errorOf(ask(rider));
      assert.deepEqual(foreign, await errorOf(ask(newId())));
      assert.equal(foreign.code, 'rider-not-found');
    }
    assert.deepEqual((await stable.riders({ principal, ...page })).items, []);
    const foreign = await errorOf(stable.riders({ principal, ...page, after: rider }));
    assert.deepEqual(foreign, await errorOf(stable.riders({ principal, ...page, after: newId() })));
    assert.equal(foreign.code, 'after-not-valid');
  }
  assert.equal((await stable.rider({ principal: owner, rider })).name, 'Ana');
});

test('a rider who is removed is gone, and the others stay', async (t) => {
  const stable = await openStable(t);
  const principal = somebody();
  const { id: rider } = await stable.addRider({ principal, name: 'Ana' });
  const kept = await stable.addRider({ principal, name: 'Zoe' });
  await stable.removeRider({ principal, rider });
  assert.equal((await errorOf(stable.rider({ principal, rider }))).code, 'rider-not-found');
  assert.equal((await errorOf(stable.removeRider({ principal, rider }))).code, 'rider-not-found');
  assert.deepEqual((await stable.riders({ principal, ...page })).items, [kept]);
});

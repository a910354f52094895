import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractWith, seededChanges } from '../../testing/seeded-changes.fixture.ts';
import { compare } from './compare.ts';
import { documentOf } from './contract-document.ts';

for (const change of seededChanges) {
  test(`${change.name}: old consumers ${change.oldConsumer}, old providers ${change.oldProvider}`, () => {
    const before = documentOf(contractWith([change], 'before', '1.0.0'));
    const after = documentOf(contractWith([change], 'after', '1.1.0'));
    const said = [compare(before, after), compare(after, before)].map(({ compatible }) =>
      compatible ? 'fits' : 'breaks',
    );
    const truth = [change.oldConsumer, change.oldProvider];
    if (change.mistaken.kernel === undefined) assert.deepEqual(said, truth);
    else {
      assert.notDeepEqual(said, truth, 'the table says that the kernel is mistaken here');
      assert.ok(
        said.every((fit, at) => fit === 'breaks' || truth[at] === 'fits'),
        'it may err only by refusing',
      );
    }
  });
}

test('the table has enough changes of both kinds', () => {
  const breaking = seededChanges.filter(({ oldConsumer }) => oldConsumer === 'breaks');
  assert.ok(breaking.length >= 40 && seededChanges.length - breaking.length >= 40);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reachOf, shownDifference, unitOfDifference } from './difference-scale.ts';
import { metricName } from './metric-name.ts';

test('a metric has the name of its trend, else one of its parts, else its own', () => {
  assert.equal(metricName('symmetry.score'), 'Symmetry at trot');
  assert.equal(metricName('gaits.trot.time'), 'Trot, time');
  assert.equal(metricName('gaitByRein.walk.left.time'), 'Walk, Left, time');
  assert.equal(metricName('something.newer'), 'something, newer');
});

test('differences are in the unit of their metric, on a scale that does not depend on them', () => {
  assert.deepEqual(
    [shownDifference('gaits.trot.share', 0.05), unitOfDifference('gaits.trot.share')],
    [5, '%'],
  );
  assert.equal(reachOf('symmetry.score'), 2.5);
  assert.equal(unitOfDifference('gaits.trot.elevation'), 'cm');
  assert.ok(reachOf('something.newer') > 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countInFlight } from './in-flight.ts';
import { limitsWith } from './limits.ts';

test('who leaves before it is known who they are takes nobody’s place', () => {
  const limits = limitsWith();
  const most = limits.inFlightEach.answer!;
  const { enter, atWork } = countInFlight(limits);
  for (let i = 0; i < 3 * most; i++) {
    const place = enter('answer');
    place.leave();
    place.belongsTo('anna');
  }
  assert.equal(atWork.answer, 0);
  const places = Array.from({ length: most }, () => enter('answer', 'anna'));
  assert.throws(() => enter('answer', 'anna'), /of yours are at work/);
  for (const place of places) place.leave();
  enter('answer', 'anna').leave();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceBar } from './rein-table.ts';

test('the balance of the reins is drawn to scale', () => {
  const bar = balanceBar(0.5, 0.25, 0.25, 67);
  const count = (sign: string) => bar.split(sign).length - 1;
  assert.match(bar, /^left 50 % <+-+>+ right 25 %$/);
  assert.ok(Math.abs(count('<') - 2 * count('>')) <= 1, bar);
});

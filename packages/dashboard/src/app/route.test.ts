import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, routeOf } from './route.ts';

test('every address that the pages link to leads to its page', () => {
  assert.deepEqual(routeOf(addresses.horses), { page: 'horses' });
  assert.deepEqual(routeOf(addresses.horse('h1')), { page: 'horse', horse: 'h1' });
  assert.deepEqual(routeOf(addresses.upload()), { page: 'upload', horse: null });
  assert.deepEqual(routeOf(addresses.upload('h1')), { page: 'upload', horse: 'h1' });
  assert.deepEqual(routeOf(addresses.session('s1')), { page: 'session', session: 's1' });
  assert.deepEqual(routeOf(addresses.trends('h1')), { page: 'trends', horse: 'h1' });
  assert.deepEqual(routeOf(`${addresses.trends('h1')}?metric=x/y`), { page: 'trends', horse: 'h1' });
  assert.deepEqual(routeOf(addresses.report('s1')), { page: 'report', session: 's1' });
  assert.deepEqual(routeOf(addresses.compare('s1', 's2')), { page: 'compare' });
  for (const page of ['removed', 'settings', 'administration'] as const) {
    assert.deepEqual(routeOf(addresses[page]), { page });
  }
});

test('any other address leads nowhere, and says so', () => {
  for (const address of [
    'horse',
    'sessions',
    'sessions/a/b',
    'horses/a/b',
    'horses/a/trends/x',
    'settings/x',
    'index.html',
  ]) {
    assert.deepEqual(routeOf(address), { page: 'nowhere' }, address);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, routeOf } from './route.ts';

test('every address that the pages link to leads to its page', () => {
  assert.deepEqual(routeOf(addresses.horses), { page: 'horses' });
  assert.deepEqual(routeOf(addresses.horse('h1')), { page: 'horse', horse: 'h1' });
  assert.deepEqual(routeOf(addresses.upload()), { page: 'upload', horse: null });
  assert.deepEqual(routeOf(addresses.upload('h1')), { page: 'upload', horse: 'h1' });
  assert.deepEqual(routeOf(addresses.session('s1')), { page: 'session', session: 's1' });
  for (const page of ['removed', 'account', 'people'] as const) {
    assert.deepEqual(routeOf(addresses[page]), { page });
  }
});

test('any other address leads nowhere, and says so', () => {
  for (const address of ['horse', 'sessions', 'sessions/a/b', 'people/x', 'index.html']) {
    assert.deepEqual(routeOf(address), { page: 'nowhere' }, address);
  }
});

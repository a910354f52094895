import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGateway } from './testing/gateway.fixture.ts';

const passedOn = { 'x-forwarded-for': '192.0.2.1' };

test('a proxy nearby that is not believed is told of once, with how to have it believed', async (t) => {
  const gateway = await startGateway(t);
  const warnings = () => gateway.logged.filter((line) => line.includes('PIAFFE_TRUST_PROXY=127.0.0.1'));
  await gateway.anonymous().get('/sign-in');
  assert.equal(warnings().length, 0);
  for (let i = 0; i < 3; i++) await gateway.anonymous().get('/sign-in', passedOn);
  assert.equal(warnings().length, 1);
});

test('nothing is told of a proxy that is believed', async (t) => {
  const gateway = await startGateway(t, { trustProxy: '127.0.0.1' });
  await gateway.anonymous().get('/sign-in', passedOn);
  assert.ok(!gateway.logged.some((line) => line.includes('PIAFFE_TRUST_PROXY')));
});

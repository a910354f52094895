import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { closed, defineContract, operation, startHost, Unavailable } from '@piaffe/kernel';
import { httpShape, listen } from './index.ts';

const ask = operation({ summary: '', input: closed({}), output: closed({}), errors: {}, idempotent: true });
const contract = defineContract({ name: 'desk', version: '1.0.0', operations: { ask } });

test('a port of the plan that somebody else has is told with the module it is for', async () => {
  const { port, close } = await listen(createServer(), 0);
  const started = startHost({
    plan: { name: 'apart', modules: { desk: { shape: 'http' } }, processes: {}, ports: { desk: port } },
    modules: [{ contract, create: () => ({ ask: async () => ({}) }) }],
    shapes: [httpShape()],
    onEvent() {},
  });
  await assert.rejects(started, (error) => {
    assert.ok(error instanceof Unavailable);
    assert.match(error.message, /^desk cannot listen at its place in ports: .*EADDRINUSE/);
    return true;
  });
  await close();
});

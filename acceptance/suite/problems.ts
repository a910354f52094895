import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused } from './refused.ts';
import type { Suite } from './tested.ts';

/** How the API refuses: RFC 9457, with a code that stays, and what was wrong where. */
export const problems: Suite = (tested) => {
  test('what is not there is said as a problem, at any path and by any method', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    await refused(await program.fetch('/nothing/here'), 404, 'not-found');
    await refused(await program.fetch('/horses', { method: 'PUT' }), 404, 'not-found');
    await refused(await program.fetch(`/sessions/${'a'.repeat(26)}`), 404, 'session-not-found');
  });

  test('what is wrong with a request is said field by field', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const horse = { name: 'Luna', timeZone: 'Europe/Berlin', breed: 5 };
    const body = await refused(await program.send('POST', '/horses', horse), 400, 'input-not-valid');
    assert.deepEqual(
      body.errors?.map(({ in: where, field }) => [where, field]),
      [['body', 'breed']],
    );
    const query = await refused(await program.fetch('/horses?limit=many'), 400, 'input-not-valid');
    assert.deepEqual([query.errors?.[0]?.in, query.errors?.[0]?.field], ['query', 'limit']);
    const path = await refused(await program.fetch('/sessions/..%2f..%2fetc'), 400, 'input-not-valid');
    assert.equal(path.errors?.[0]?.in, 'path');
  });

  test('a body of another kind is refused as what it is', async () => {
    const { guest } = await tested();
    const { program } = await guest();
    const post = (body: string, type: string) =>
      program.fetch('/horses', { method: 'POST', body, headers: { 'content-type': type } });
    await refused(await post('{"name":', 'application/json'), 400, 'body-not-json');
    await refused(await post('<horse/>', 'application/xml'), 415, 'content-type-not-supported');
    await refused(await post(`"${'x'.repeat(100_000)}"`, 'application/json'), 413, 'body-too-large');
  });
};

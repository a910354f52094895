import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextHeaders, currentContext, currentTrace, withContext, withoutContext } from './context.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

test('what an edge says goes down to all that is done for it, and no further', async () => {
  const deadline = new Date(Date.now() + 1_000);
  await withContext({ deadline, principal: 'anna', traceparent, tracestate: 'vendor=1' }, async () => {
    await Promise.resolve();
    assert.equal(currentContext().principal, 'anna');
    assert.equal(currentTrace().traceId, '0af7651916cd43dd8448eb211c80319c');
    assert.deepEqual(contextHeaders(), { traceparent, tracestate: 'vendor=1', principal: 'anna' });
    withoutContext(() => assert.equal(currentContext().principal, null));
  });
  assert.equal(currentContext().principal, null);
});

test('an inner edge can shorten a deadline, not lengthen it', () => {
  const [soon, later] = [new Date(1_000), new Date(2_000)];
  withContext({ deadline: soon }, () =>
    withContext({ deadline: later, principal: 'bo' }, () => {
      assert.equal(currentContext().deadline, 1_000);
      assert.equal(currentContext().principal, 'bo');
    }),
  );
});

test('a trace header that is none is dropped, and a new trace begins where one is needed', () => {
  for (const wrong of ['', 'ff-', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, traceparent.slice(0, 40)]) {
    withContext({ traceparent: wrong }, () => {
      assert.match(contextHeaders().traceparent ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      assert.notEqual(currentTrace().traceId, '0'.repeat(32));
    });
  }
});

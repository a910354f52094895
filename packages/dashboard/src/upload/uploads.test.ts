import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ApiProblem, type Kept, type Upload } from '@piaffe/client';
import { createUploads } from './uploads.ts';

const problem = new ApiProblem({
  status: 0,
  code: 'unreachable',
  detail: '-',
  requestId: null,
  retryAfter: null,
});
const kept = (id: string, duplicate = false) =>
  ({ duplicate, session: { id, horse: 'h1', state: 'queued', progress: null, reason: null } }) as Kept;
const named = (name: string) => new File(['1234'], name);

/** Uploads whose ends the test decides, by the name of the file. */
function started() {
  const ends = new Map<
    string,
    { resolve: (kept: Kept) => void; reject: (error: unknown) => void; upload: Upload }
  >();
  const uploads = createUploads(
    (upload) => new Promise((resolve, reject) => ends.set(upload.name ?? '', { resolve, reject, upload })),
    (error) => error as ApiProblem,
  );
  const steps = () => Object.fromEntries(uploads.items().map(({ name, step }) => [name, step.is]));
  return { uploads, steps, end: (name: string) => ends.get(name)!, sent: () => [...ends.keys()] };
}

test('two files are sent at once, the next when one has come to its end', async () => {
  const { uploads, end, sent, steps } = started();
  uploads.add(['a', 'b', 'c'].map(named), 'Vento', { horse: 'h' });
  assert.deepEqual(sent(), ['a', 'b']);
  end('a').resolve(kept('s1'));
  await setImmediate();
  assert.deepEqual(steps(), { a: 'kept', b: 'sending', c: 'sending' });
});

test('a file that fails stops no other, and can be sent once more', async () => {
  const { uploads, end, steps } = started();
  uploads.add(['bad', 'good'].map(named), 'Vento', { horse: 'h' });
  end('bad').reject(problem);
  end('good').resolve(kept('s1'));
  await setImmediate();
  assert.deepEqual(steps(), { bad: 'failed', good: 'kept' });
  uploads.retry(uploads.items().find(({ name }) => name === 'bad')!.id);
  assert.equal(steps().bad, 'sending');
});

test('the bar moves with the bytes, and says when the server is making them safe', () => {
  const { uploads, end } = started();
  uploads.add([named('a')], 'Vento', { horse: 'h' });
  end('a').upload.onProgress?.(1, 4);
  assert.deepEqual(uploads.items()[0]?.step, { is: 'sending', share: 0.25 });
  end('a').upload.onProgress?.(4, 4);
  assert.deepEqual(uploads.items()[0]?.step, { is: 'storing' });
});

test('what happens to a session shows at the file that became it, and at no other', async () => {
  const { uploads, end } = started();
  uploads.add([named('a'), named('b')], 'Vento', { horse: 'h' });
  end('a').resolve(kept('s1'));
  end('b').resolve(kept('s2', true));
  await setImmediate();
  const event = { id: '1', kind: 'progress', horse: 'h', at: '', reason: null } as const;
  uploads.tell({ ...event, session: 's1', state: 'running', progress: { share: 0.4, step: 'gaits' } });
  const states = uploads.items().map(({ step }) => step.is === 'kept' && step.session.state);
  assert.deepEqual(states, ['running', 'queued']);
});

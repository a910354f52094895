import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bodyOf, httpServer } from '../testing/http-server.fixture.ts';
import { ApiProblem, createClient } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the bytes arrive as they are, with their hash, what is said of them in the query', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-'));
  t.after(() => rm(folder, { recursive: true }));
  const bytes = randomBytes(3_000_000);
  await writeFile(join(folder, 'ride.csv'), bytes);
  const seen: unknown[] = [];
  await using server = await httpServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://piaffe');
    const body = await bodyOf(request);
    seen.push(pathname, Object.fromEntries(searchParams), sha256(body), request.headers['content-sha256']);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ duplicate: false }));
  });
  const progress: number[] = [];
  const kept = await createClient({ baseUrl: `${server.url}/api/v1` }).uploadRecording({
    horse: 'h1',
    name: 'ride & lesson.csv',
    file: await openAsBlob(join(folder, 'ride.csv')),
    onProgress: (sent, total) => progress.push(sent / total),
  });
  assert.equal(kept.duplicate, false);
  assert.deepEqual(seen, [
    '/api/v1/recordings',
    { horse: 'h1', name: 'ride & lesson.csv' },
    sha256(bytes),
    sha256(bytes),
  ]);
  assert.equal(progress.at(-1), 1);
  assert.deepEqual(
    progress,
    progress.toSorted((a, b) => a - b),
  );
  assert.ok(progress.length > 2);
});

test('a refusal is a problem, and so is a connection that ends on the way', async () => {
  await using server = await httpServer((request, response) => {
    if (request.url?.includes('cut')) return void request.socket.destroy();
    request.resume();
    response.writeHead(507, { 'content-type': 'application/problem+json', 'retry-after': '30' });
    response.end(JSON.stringify({ code: 'storage-full', detail: 'The disk is full.' }));
  });
  const client = createClient({ baseUrl: server.url });
  const file = new Blob([randomBytes(1_000_000)]);
  await assert.rejects(
    client.uploadRecording({ horse: 'h', file }),
    (error) => error instanceof ApiProblem && error.code === 'storage-full' && error.retryAfter === 30,
  );
  await assert.rejects(
    client.uploadRecording({ horse: 'cut', file }),
    (error) => error instanceof ApiProblem && error.code === 'unreachable',
  );
});

test('an upload that its caller stops rejects with the caller’s reason', async () => {
  await using server = await httpServer(() => {});
  const stop = new AbortController();
  const reason = new Error('wrong file');
  await assert.rejects(
    createClient({ baseUrl: server.url }).uploadRecording({
      horse: 'h',
      file: new Blob([randomBytes(5_000_000)]),
      signal: stop.signal,
      onProgress: () => stop.abort(reason),
    }),
    reason,
  );
});

test('a file that was removed after it was chosen is told from a connection that is lost', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'ride.csv'), 't,ax,ay,az\n');
  const file = await openAsBlob(join(folder, 'ride.csv'));
  await rm(join(folder, 'ride.csv'));
  await assert.rejects(
    createClient({ baseUrl: 'http://127.0.0.1:1' }).uploadRecording({ horse: 'h', file }),
    (error) => error instanceof ApiProblem && error.code === 'file-unreadable',
  );
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { credentialsFor } from './credentials.ts';
import { Repository } from './registry.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A registry that asks who somebody is, and has nothing to give. */
async function registryThat(answer: Answer) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const registry = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    registry,
    repository: (password: string) =>
      new Repository({ registry, repository: 'stable/piaffe', name: 'x' }, { user: 'rider', password }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const basic = `Basic ${Buffer.from('rider:passage').toString('base64')}`;
const refuse = (response: ServerResponse, challenge: string) =>
  response.writeHead(401, { 'www-authenticate': challenge }).end();

test('a registry that wants a password is told it, once it asks', async () => {
  const asked: (string | undefined)[] = [];
  await using there = await registryThat(({ headers }, response) => {
    asked.push(headers.authorization);
    if (headers.authorization === basic) response.writeHead(404).end();
    else refuse(response, 'Basic realm="stable"');
  });
  await assert.rejects(there.repository('passage').pull(), /has no x/);
  assert.deepEqual(asked, [undefined, basic]);
  await assert.rejects(there.repository('wrong').pull(), /docker login/);
});

test('a registry that wants a token is shown one, which its service gives for the password', async () => {
  const scopes: (string | null)[] = [];
  await using there = await registryThat(({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    if (pathname === '/token') {
      scopes.push(searchParams.get('scope'));
      if (headers.authorization !== basic) response.writeHead(401).end();
      else response.end(JSON.stringify({ token: `for-${searchParams.get('service')}` }));
    } else if (headers.authorization === 'Bearer for-stable') response.writeHead(404).end();
    else refuse(response, `Bearer realm="http://${headers.host}/token",service="stable",scope="x"`);
  });
  await assert.rejects(there.repository('passage').pull(), /has no x/);
  assert.deepEqual(scopes, ['repository:stable/piaffe:pull,push']);
  await assert.rejects(there.repository('wrong').pull(), /docker login/);
});

test('no password is sent in the clear to where a registry points', async () => {
  await using there = await registryThat((_, response) =>
    refuse(response, 'Bearer realm="http://tokens.example/",service="x"'),
  );
  await assert.rejects(there.repository('passage').pull(), /password sent to tokens\.example in the clear/);
});

test('a helper that docker’s file names is asked for the password', {
  skip: process.platform === 'win32' && 'it is a script for a shell',
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-helper-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'config.json'), '{"credHelpers":{"registry.example":"piaffe-test"}}');
  const script =
    '#!/bin/sh\nread registry\necho "{\\"Username\\":\\"rider\\",\\"Secret\\":\\"of $1 $registry\\"}"\n';
  await writeFile(join(folder, 'docker-credential-piaffe-test'), script, { mode: 0o755 });
  const variables = { DOCKER_CONFIG: folder, PATH: `${folder}:${process.env.PATH}` };
  assert.deepEqual(await credentialsFor('registry.example', variables), {
    user: 'rider',
    password: 'of get registry.example',
  });
});

test('no password is shown to a registry that does not ask for one', async () => {
  const asked: (string | undefined)[] = [];
  await using there = await registryThat(({ headers }, response) => {
    asked.push(headers.authorization);
    response.writeHead(404).end();
  });
  await assert.rejects(there.repository('passage').pull(), /has no x/);
  assert.deepEqual(asked, [undefined]);
});

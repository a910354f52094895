import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { authContract } from '@piaffe/auth/contract';
import { sessionsContract } from '@piaffe/sessions/contract';
import { stableContract } from '@piaffe/stable/contract';
import { Compile } from 'typebox/compile';
import { gatewayContract } from './contract.ts';
import { examples } from './openapi-examples.ts';
import { namedSchemas } from './openapi-names.ts';
import { openApiText } from './openapi-text.ts';
import { isProblemCode, problemTable } from './problems.ts';
import { startGateway } from './testing/gateway.fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
type Json = any;

const document: Json = JSON.parse(await openApiText());
const operations: Json[] = Object.values(document.paths).flatMap((path: Json) => Object.values(path));

test('the committed description of the API is what the routes say', async () => {
  const committed = await readFile(new URL('../../contracts/openapi.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(committed), document, 'run node packages/gateway/write-openapi.ts');
});

test('it is made the same way each time', async () => {
  assert.equal(await openApiText(), await openApiText());
});

test('it is valid OpenAPI 3.1, by the judgement of others', async () => {
  // Redocly's checker comes with what generates our client.
  const { createConfig, lintFromString } = createRequire(import.meta.resolve('openapi-typescript'))(
    '@redocly/openapi-core',
  );
  const config = await createConfig({ extends: ['recommended'] });
  const judged = async (source: Json) => {
    const problems: Json[] = await lintFromString({ source: JSON.stringify(source), config });
    return problems.map(({ message, location }) => `${location[0].pointer} ${message}`);
  };
  assert.equal(document.openapi, '3.1.0');
  assert.deepEqual(await judged(document), []);
  const broken = structuredClone(document);
  broken.paths['/horses'].get.parameters[0].in = 'nowhere';
  assert.equal((await judged(broken)).length, 1);
});

test('every operation has a name of its own, a summary, a tag that is explained, and says who may', () => {
  const names = operations.map(({ operationId }) => operationId);
  assert.equal(new Set(names).size, names.length);
  const tags = new Set(document.tags.map(({ name }: Json) => name));
  for (const { operationId, summary, tags: its, security } of operations) {
    assert.match(summary, /^[A-Z]/, operationId);
    assert.ok(its.length === 1 && tags.has(its[0]), operationId);
    assert.ok(Array.isArray(security), operationId);
  }
});

test('every operation declares an answer that went well and the problems that any request can meet', () => {
  for (const { operationId, responses, security } of operations) {
    assert.ok(
      Object.keys(responses).some((status) => status.startsWith('2')),
      operationId,
    );
    for (const status of ['429', '500', '503', '504'])
      assert.ok(responses[status], `${operationId} ${status}`);
    assert.equal(responses['401'] !== undefined || security.length === 0, true, operationId);
  }
});

test('every example fits its schema', () => {
  for (const [name, example] of Object.entries(examples)) {
    const errors = Compile(namedSchemas[name as keyof typeof namedSchemas]).Errors(example);
    assert.deepEqual(errors, [], name);
    assert.deepEqual(document.components.schemas[name].examples, [example]);
  }
});

test('every failure that a contract declares has a status', () => {
  let declared = 0;
  for (const { name, operations } of [authContract, stableContract, sessionsContract]) {
    for (const [operation, { errors }] of Object.entries(operations)) {
      for (const code of Object.keys(errors)) {
        declared++;
        assert.ok(isProblemCode(code), `${name}.${operation} can fail with ${code}, which has no status`);
      }
    }
  }
  assert.ok(declared > 30);
  assert.ok(!isProblemCode('toString'));
  const own = Object.values(gatewayContract.operations).flatMap(({ errors }) => Object.keys(errors));
  assert.ok(
    own.every((code) => !isProblemCode(code)),
    'those are for who runs the server',
  );
});

test('statuses are those of HTTP, and titles are for people', () => {
  for (const [code, [status, title]] of Object.entries(problemTable)) {
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].*[^.]$/, code);
  }
});

test('the server shows it under its own path, to read and to browse', async (t) => {
  const gateway = await startGateway(t, { basePath: '/barn' });
  const shown = (await gateway.anonymous().get('/openapi.json')).ok<Json>();
  assert.deepEqual(shown.servers, [{ url: '/barn/api/v1' }]);
  assert.deepEqual(shown.paths, document.paths);

  for (const path of ['docs', 'docs/']) {
    const page = await fetch(`${gateway.url}/api/v1/${path}`);
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)];
    const files = named.map(([, file = '']) => new URL(file, page.url));
    assert.ok(files.length >= 4);
    for (const file of files) {
      assert.equal(file.origin, new URL(gateway.url).origin);
      assert.equal((await fetch(file)).status, 200, file.pathname);
    }
  }
});

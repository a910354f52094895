import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { Compile } from 'typebox/compile';
import { openApiText } from './openapi-text.ts';
import { askersAt, makers, missingId } from './testing/askers.fixture.ts';
import type { Answer } from './testing/browser.fixture.ts';
import { startGateway, tokenOf } from './testing/gateway.fixture.ts';
import { near } from './testing/near-schema.fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
type Json = any;

interface Request {
  readonly operation: Json;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

const numRuns = Number(process.env.PIAFFE_FUZZ_REQUESTS ?? 400);
const document: Json = JSON.parse(await openApiText());

test('whatever is asked, nothing fails on our side, and every answer is one that was declared', async (t) => {
  const gateway = await startGateway(t, { limits: { requestsPerMinute: { address: 1e9, account: 1e9 } } });
  const { browsers } = await askersAt(gateway);
  const mine = await makers.note!(browsers.owner);
  const theirs = await makers.session!(browsers.other);
  const ids = [mine.session!, mine.session!, mine.note!, theirs.session!, missingId];
  for (const name of ['horse', 'rider', 'session']) ids.push((await makers[name]!(browsers.owner))[name]!);
  const credentials = [
    { cookie: browsers.owner.cookie() },
    { cookie: browsers.administrator.cookie() },
    await tokenOf(browsers.owner, 'read', 'write', 'upload'),
    await tokenOf(browsers.owner, 'read'),
    {},
  ];
  const seen = new Map<number, number>();

  await fc.assert(
    fc.asyncProperty(requests(ids, credentials), async (request) => {
      const answer = await gateway.anonymous().send(request.method, request.path, {
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      assertDeclared(request, answer);
    }),
    { numRuns },
  );
  t.diagnostic(
    `answers by status: ${[...seen]
      .sort()
      .map(([status, n]) => `${status}: ${n}`)
      .join(', ')}`,
  );
  assert.ok((seen.get(200) ?? 0) > numRuns / 20, 'hardly anything got through');
});

/** Nobody signs out, so that the credentials last. */
const operations: [path: string, method: string, operation: Json][] = Object.entries(
  document.paths as Json,
).flatMap(([path, methods]: [string, Json]) =>
  Object.entries(methods as Json)
    .filter(
      ([, { operationId }]: [string, Json]) => operationId !== 'signOut' && operationId !== 'suspendAccount',
    )
    .map(([method, operation]): [string, string, Json] => [path, method, operation]),
);

function requests(
  ids: readonly string[],
  credentials: readonly Record<string, string>[],
): Arbitrary<Request> {
  return fc.constantFrom(...operations).chain(([template, method, operation]) => {
    const of = (place: string) =>
      Object.fromEntries(
        (operation.parameters ?? [])
          .filter((parameter: Json) => parameter.in === place)
          .map(({ name, schema }: Json) => [name, near(inlined(schema), ids)]),
      );
    const bodySchema = inlined(operation.requestBody?.content?.['application/json']?.schema);
    const isFile = operation.requestBody !== undefined && bodySchema === undefined;
    return fc
      .record({
        path: fc.record(of('path')),
        query: fc.record(of('query'), {
          requiredKeys: operation.operationId === 'uploadRecording' ? ['horse'] : [],
        }),
        body: bodySchema === undefined ? fc.constant(undefined) : near(bodySchema, ids),
        file: fc.string(),
        credential: fc.constantFrom(...credentials),
      })
      .map(({ path, query, body, file, credential }) => ({
        operation,
        method: method.toUpperCase(),
        path: `${template.replace(/\{(\w+)\}/g, (_, name) => encoded(path[name]))}${queryOf(query)}`,
        headers: { ...credential, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: isFile ? file : body === undefined ? undefined : JSON.stringify(body),
      }));
  });
}

const encoded = (value: unknown) =>
  encodeURIComponent(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)) || '-';

function queryOf(query: object): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

const checks = new Map<Json, ReturnType<typeof Compile>>();

function assertDeclared({ operation, method, path }: Request, { status, headers, text }: Answer): void {
  const what = `${method} ${path}: ${status} ${text.slice(0, 400)}`;
  assert.ok(status < 500, what);
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  // An id that decodes to another path altogether.
  if (status === 404 && JSON.parse(text).code === 'not-found') return;
  const response = deref(operation.responses[status]);
  assert.ok(response !== undefined, what);
  if (response.content === undefined) {
    assert.equal(text, '', what);
    return;
  }
  assert.ok(response.content[type] !== undefined, `${type} ${what}`);
  if (!type.endsWith('json')) return;
  const { schema } = response.content[type];
  const check = checks.get(schema) ?? Compile(inlined(schema));
  checks.set(schema, check);
  assert.deepEqual(check.Errors(JSON.parse(text)), [], what);
}

function deref(part: Json): Json {
  if (part?.$ref === undefined) return part;
  return part.$ref
    .slice(2)
    .split('/')
    .reduce((at: Json, key: string) => at[key], document);
}

function inlined(part: Json): Json {
  const real = deref(part);
  if (typeof real !== 'object' || real === null) return real;
  if (Array.isArray(real)) return real.map(inlined);
  return Object.fromEntries(Object.entries(real).map(([key, value]) => [key, inlined(value)]));
}

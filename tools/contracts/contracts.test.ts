import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  closed,
  defineContract,
  documentOf,
  Instant,
  nullable,
  operation,
  PageRequest,
} from '@piaffe/kernel';
import { contracts, namedSchemas } from './all.ts';
import { documentFrom, openApiOf } from './open-api.ts';
import { contractProblems } from './problems.ts';
import { recordRelease } from './record-release.ts';
import { writeSnapshots } from './write-snapshots.ts';

const contractsFolder = fileURLToPath(new URL('../../contracts/', import.meta.url));
const text = Instant;

type Schema = Parameters<typeof nullable>[0];

function reader(version: string, input: Schema, output: Schema, summary = 'Reads') {
  const read = operation({ summary, input, output, errors: {}, idempotent: true });
  return defineContract({ name: 'reader', version, operations: { read } });
}
const first = reader('1.0.0', closed({}), closed({ a: text }));

/** A folder in which `first` was released as v0.1.0. */
async function releasedFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contracts-test-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeSnapshots(folder, [first]);
  await recordRelease(folder, 'v0.1.0', [first]);
  return folder;
}

test('the contracts are as their snapshots show, and follow from the last release', async () => {
  assert.deepEqual(await contractProblems(contractsFolder, contracts), []);
});

test('nothing of a contract is lost in its snapshot, though schemas are shown once under their names', () => {
  for (const contract of contracts) {
    const document = documentOf(contract);
    assert.deepEqual(documentFrom(openApiOf(document, namedSchemas)), document);
  }
});

test('what was released passes as long as it stays as it is', async (t) => {
  const folder = await releasedFolder(t);
  assert.deepEqual(await contractProblems(folder, [first]), []);
});

test('other words need no new version', async (t) => {
  const folder = await releasedFolder(t);
  const inOtherWords = reader('1.0.0', closed({}), closed({ a: text }), 'Reads it');
  assert.deepEqual(await contractProblems(folder, [inOtherWords]), []);
  assert.deepEqual(await writeSnapshots(folder, [inOtherWords]), []);
});

test('a changed contract without a new version is told', async (t) => {
  const folder = await releasedFolder(t);
  const changed = reader('1.0.0', closed({}), closed({ a: text, b: text }));
  const [problem, ...more] = await contractProblems(folder, [changed]);
  assert.match(problem!, /reader changed since v0\.1\.0: .*It needs a new minor version after 1\.0\.0/);
  assert.deepEqual(more, []);
  await assert.rejects(writeSnapshots(folder, [changed]), /not the 1\.0\.0 that v0\.1\.0 released: raise/);
});

test('a breaking change without a new major version is told, and named', async (t) => {
  const folder = await releasedFolder(t);
  const broken = reader('1.1.0', closed({ depth: PageRequest.limit }), closed({ a: text }));
  assert.deepEqual(await contractProblems(folder, [broken]), [
    'The contract of reader changed since v0.1.0: at depth in the input of read, the provider requires it, the consumer may ' +
      'leave it out. That asks for a new major version after 1.0.0; 1.1.0 is a minor one.',
  ]);
});

test('what redocly alone takes as breaking asks for a new major version too', async (t) => {
  const folder = await releasedFolder(t);
  const opened = reader('1.1.0', closed({}), closed({ a: text }, { additionalProperties: true }));
  const [problem] = await contractProblems(folder, [opened]);
  assert.match(problem!, /of read, redocly says: .*asks for a new major version/);
});

test('an addition in a patch is told', async (t) => {
  const folder = await releasedFolder(t);
  const added = reader('1.0.1', closed({}), closed({ a: text, b: text }));
  const [problem] = await contractProblems(folder, [added]);
  assert.match(problem!, /asks for a new minor version after 1\.0\.0; 1\.0\.1 is a patch one/);
});

test('a version before the released one is told', async (t) => {
  const folder = await releasedFolder(t);
  const older = reader('0.9.0', closed({}), closed({ a: text, b: text }));
  const [problem] = await contractProblems(folder, [older]);
  assert.match(problem!, /needs a new minor version after 1\.0\.0, and is 0\.9\.0/);
});

test('additions in a minor and breaks in a major version pass once their snapshot is written', async (t) => {
  const folder = await releasedFolder(t);
  for (const next of [
    reader('1.1.0', closed({}), closed({ a: text, b: nullable(text) })),
    reader('2.0.0', closed({}), closed({})),
  ]) {
    const [problem] = await contractProblems(folder, [next]);
    assert.match(problem!, /does not show the contract of reader as it is: run "npm run contracts"/);
    assert.deepEqual(await writeSnapshots(folder, [next]), [`reader/${next.version}.json`]);
    assert.deepEqual(await contractProblems(folder, [next]), []);
  }
});

test('a snapshot that was released and is another by now is told', async (t) => {
  const folder = await releasedFolder(t);
  const file = join(folder, 'reader/1.0.0.json');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"string"', '"number"'));
  const problems = await contractProblems(folder, [first]);
  assert.equal(problems[0], 'reader/1.0.0.json is not what was released in v0.1.0: bring it back.');
});

test('a snapshot that was never released goes when its version does', async (t) => {
  const folder = await releasedFolder(t);
  await writeSnapshots(folder, [reader('1.1.0', closed({}), closed({ a: text, b: text }))]);
  await writeSnapshots(folder, [reader('1.2.0', closed({}), closed({ a: text, b: text, c: text }))]);
  await assert.rejects(readFile(join(folder, 'reader/1.1.0.json')), { code: 'ENOENT' });
  assert.deepEqual(
    JSON.parse(await readFile(join(folder, 'reader/1.0.0.json'), 'utf8')).info.version,
    '1.0.0',
  );
});

test('a release is recorded once, after those before it', async (t) => {
  const folder = await releasedFolder(t);
  await assert.rejects(recordRelease(folder, 'v0.1.0', [first]), /v0\.1\.0 was released already/);
  await assert.rejects(recordRelease(folder, 'v0.0.9', [first]), /v0\.0\.9 does not come after v0\.1\.0/);
  await assert.rejects(recordRelease(folder, '0.2', [first]), /vX\.Y\.Z/);
  await recordRelease(folder, 'v0.2.0', [first]);
  const releases = JSON.parse(await readFile(join(folder, 'releases.json'), 'utf8'));
  assert.deepEqual(Object.keys(releases), ['v0.1.0', 'v0.2.0']);
  assert.equal(releases['v0.2.0'].reader.version, '1.0.0');
});

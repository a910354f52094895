import assert from 'node:assert/strict';
import { appendFile, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { blobFile } from './testing/blob-file.fixture.ts';
import { rideCsv } from './testing/rides.fixture.ts';
import { scripted } from './testing/scripted-aggregation.fixture.ts';
import { owner, type Server, server, settled, upload } from './testing/server.fixture.ts';

/** As a disk alters it: without a word, also where writing is not allowed. */
async function alter({ store }: Server, sha256: string, how: (file: string) => Promise<void>): Promise<void> {
  const file = await blobFile(store, sha256);
  await chmod(file, 0o600);
  await how(file);
}

const changeDigit = async (file: string) => {
  const text = await readFile(file, 'utf8');
  const at = text.indexOf('9', 2000);
  await writeFile(file, `${text.slice(0, at)}1${text.slice(at + 1)}`);
};

for (const [name, how] of [
  ['is altered but reads well', changeDigit],
  ['is altered so that it is no recording', (file: string) => writeFile(file, 'nothing')],
  ['is cut off', (file: string) => writeFile(file, rideCsv().slice(0, 20_000))],
] as const) {
  test(`of a stored recording that ${name} no result is shown, and handing it in again mends it`, async (t) => {
    const here = await server(t);
    const me = await owner(here);
    await here.end();
    const { receipt, session } = await upload(here, me, rideCsv());
    await alter(here, receipt.sha256, how);
    await using later = here.start();
    const own = { principal: me.principal, session: session.id };
    const ended = await settled({ sessions: later }, me.principal, session.id);
    assert.equal(ended.state, 'quarantined');
    assert.match(ended.reason ?? '', /not the one that was handed in.*runs the server/s);
    await assert.rejects(later.result(own), { code: 'no-result' });

    assert.equal((await upload(here, me, rideCsv())).duplicate, true);
    await later.retry(own);
    assert.equal((await settled({ sessions: later }, me.principal, session.id)).state, 'done');
    assert.equal((await later.result(own)).recording.sha256, receipt.sha256);
  });
}

async function analysed(t: TestContext) {
  const aggregation = scripted();
  const here = await server(t, { aggregation: aggregation.client });
  const me = await owner(here);
  const { session } = await upload(here, me, 'a ride');
  const own = { principal: me.principal, session: session.id };
  await settled(here, me.principal, session.id);
  return { aggregation, here, me, own };
}

const damages: readonly [string, (file: string) => Promise<void>][] = [
  ['missing', (file) => rm(file)],
  ['empty', (file) => writeFile(file, '')],
  ['cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 100))],
  ['longer than it was', (file) => appendFile(file, ' ')],
];
for (const [name, how] of damages) {
  test(`a stored result that is ${name} is computed again when somebody asks for it`, async (t) => {
    const { aggregation, here, me, own } = await analysed(t);
    const result = await here.sessions.result(own);
    const { rows } = await storedBlobs(here);
    await alter(here, rows[0]!.result_sha256, how);
    await assert.rejects(here.sessions.result(own), { code: 'no-result' });
    await settled(here, me.principal, own.session);
    assert.deepEqual(await here.sessions.result(own), result);
    assert.equal(aggregation.asked.length, 2);
  });

  test(`a stored series that is ${name} is computed again when somebody asks for it`, async (t) => {
    const { aggregation, here, me, own } = await analysed(t);
    const series = await here.sessions.series(own);
    await alter(here, series.sha256, how);
    await assert.rejects(here.sessions.series(own), { code: 'no-result' });
    await settled(here, me.principal, own.session);
    assert.deepEqual(await here.sessions.series(own), series);
    assert.equal(aggregation.asked.length, 2);
  });
}

test('many who find the same result damaged have it computed again once', async (t) => {
  const { aggregation, here, me, own } = await analysed(t);
  const { rows } = await storedBlobs(here);
  await alter(here, rows[0]!.result_sha256, (file) => rm(file));
  await Promise.allSettled(Array.from({ length: 8 }, () => here.sessions.result(own)));
  await settled(here, me.principal, own.session);
  assert.equal((await here.sessions.session(own)).computed?.current, true);
  assert.equal(aggregation.asked.length, 2);
});

async function storedBlobs({ store }: Server) {
  const rows = await store.database
    .as<{ session_results: { result_sha256: string } }>()
    .selectFrom('session_results')
    .select('result_sha256')
    .execute();
  return { rows };
}

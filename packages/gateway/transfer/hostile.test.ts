import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Horse } from '@piaffe/stable/contract';
import fc from 'fast-check';
import { type Gateway, startGateway } from '../testing/gateway.fixture.ts';
import { exportZip, overlapping, replaced } from '../testing/hostile-zip.fixture.ts';
import { rawSocket } from '../testing/raw-socket.fixture.ts';
import type { ImportReport } from './import-report.ts';

const horse = {
  id: 'h1',
  name: 'Quarz',
  breed: null,
  birthYear: null,
  massKg: null,
  usualMount: null,
  timeZone: 'Europe/Berlin',
  archived: false,
  demo: false,
};
const bytes = 'no recording, but bytes';
const sha256 = createHash('sha256').update(bytes).digest('hex');
const ride = {
  id: 's1',
  horse: 'h1',
  startedAt: null,
  context: { type: null, surface: null, rider: null, mount: null },
  recordings: [{ sha256, name: '../../monday.csv', startedAt: null, role: 'motion' }],
  trim: null,
  corrections: null,
  notes: [],
};
const withRide = { 'horses.json': JSON.stringify([horse]), 'sessions.json': JSON.stringify([ride]) };

const refused: Readonly<Record<string, readonly [() => Buffer | Promise<Buffer>, RegExp]>> = {
  'no zip': [() => Buffer.from('not a zip at all'), /cannot be read as a zip/],
  'a zip that was cut': [async () => (await exportZip()).subarray(0, -30), /cannot be read as a zip/],
  'some other zip': [() => exportZip({ 'export.json': null }), /has no export\.json/],
  'an export without its sessions': [() => exportZip({ 'sessions.json': null }), /has no sessions\.json/],
  'an export of a newer format': [
    () => exportZip({ 'export.json': '{"format":"piaffe-export","version":2}' }),
    /version 2, and this server reads 1/,
  ],
  'something else by that name': [
    () => exportZip({ 'export.json': '{"format":"other","version":1}' }),
    /export\.json is not as it should be/,
  ],
  'broken JSON': [() => exportZip({ 'horses.json': '[{' }), /horses\.json cannot be read/],
  'horses that are none': [
    () => exportZip({ 'horses.json': '[{"id":1}]' }),
    /horses\.json is not as it should/,
  ],
  'a path that leads out': [
    async () => replaced(await exportZip({ 'aa/aa/passwd': 'x' }), 'aa/aa/passwd', '../../passwd'),
    /invalid relative path/,
  ],
  'an absolute path': [
    async () => replaced(await exportZip({ 'a/passwd': 'x' }), 'a/passwd', '//passwd'),
    /absolute path/,
  ],
  'a bomb': [() => exportZip({ 'horses.json': ' '.repeat(20_000_000) }), /100 times as large unpacked/],
  'two files of one name': [
    () => exportZip({}, [['horses.json', '[]']]),
    /two files of the name "horses\.json"/,
  ],
  'files that overlap': [async () => overlapping(await exportZip({ zzz: '[]', ...withRide })), /overlap/],
  'an encrypted file': [async () => encrypted(await exportZip()), /encrypted/],
};

test('what is no export is refused with the reason, and leaves nothing', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  for (const [name, [make, why]] of Object.entries(refused)) {
    await t.test(name, async () => {
      const answer = await rider.send('POST', '/imports', { body: new Uint8Array(await make()) });
      assert.deepEqual([answer.status, answer.problem()], [422, 'export-not-valid'], answer.text);
      assert.match(JSON.parse(answer.text).detail, why);
      await nothingLeft(gateway);
    });
  }
  assert.deepEqual((await rider.get('/horses')).ok<{ items: Horse[] }>().items, []);
});

test('a recording that is missing, or other bytes under its hash, is told of its ride alone', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const bringIn = async (files: Record<string, string>) => {
    const answer = await rider.send('POST', '/imports', { body: new Uint8Array(await exportZip(files)) });
    return answer.ok<ImportReport>().rides.map(({ state, reason }) => [state, reason]);
  };
  assert.deepEqual(await bringIn(withRide), [
    ['not-imported', 'The recording monday.csv is not in the export.'],
  ]);
  assert.deepEqual(await bringIn({ ...withRide, [`recordings/${sha256}`]: 'other bytes' }), [
    ['not-imported', 'A recording in the export is damaged.'],
  ]);
  const lost = JSON.stringify([{ ...ride, horse: 'h2' }]);
  assert.deepEqual(await bringIn({ ...withRide, 'sessions.json': lost }), [
    ['not-imported', 'Its horse is not in the export.'],
  ]);
  assert.deepEqual(await bringIn({ ...withRide, [`recordings/${sha256}`]: bytes }), [['new', null]]);
  await nothingLeft(gateway);
});

test('whatever bytes of an export are changed, it is refused or brought in, and never fails on our side', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const good = await exportZip({ ...withRide, [`recordings/${sha256}`]: bytes });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const bad = new Uint8Array(good);
        for (const [at, byte] of changes) bad[at] = byte;
        const { status, text } = await rider.send('POST', '/imports', { body: bad });
        assert.ok(status === 201 || status === 422, `${status} ${text}`);
        if (status === 201) assert.notEqual(JSON.parse(text).stopped?.code, 'unexpected', text);
      },
    ),
    { numRuns: Number(process.env.PIAFFE_FUZZ_REQUESTS ?? 100) },
  );
  await nothingLeft(gateway);
});

test('an import that does not arrive whole leaves nothing', async (t) => {
  const gateway = await startGateway(t);
  const rider = await gateway.administrator();
  const zip = await exportZip(withRide);
  const connection = await rawSocket(t, gateway.port);
  connection.write(
    `POST /api/v1/imports HTTP/1.1\r\nHost: 127.0.0.1:${gateway.port}\r\nOrigin: ${gateway.url}\r\n` +
      `Cookie: ${rider.cookie()}\r\nContent-Length: ${zip.length}\r\n\r\n`,
  );
  connection.write(zip.subarray(0, 100));
  while ((await readdir(incoming(gateway))).length === 0) await new Promise(setImmediate);
  connection.socket.destroy();
  await nothingLeft(gateway);
});

const incoming = ({ store }: Gateway) => join(store.folder, 'incoming');

/** Files go once the answer is over, which is a moment after it has come. */
async function nothingLeft(gateway: Gateway): Promise<void> {
  while ((await readdir(incoming(gateway))).length > 0) await new Promise(setImmediate);
}

/** Every file in it is said to be encrypted. */
function encrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf('PK\x01\x02'); at !== -1; at = copy.indexOf('PK\x01\x02', at + 4))
    copy[at + 8] |= 1;
  return copy;
}

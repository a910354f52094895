import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { serverSettings } from '../serve/server-settings.ts';
import { examineClock, examineProgram, examineSurroundings } from './examine-surroundings.ts';

const folder = await scratchFolder();

const severities = async (flags: { readonly port?: string; readonly plan?: string }) => {
  const findings = await examineSurroundings(serverSettings({ data: folder, port: '0', ...flags }, {}));
  return Object.fromEntries(findings.map(({ code, severity }) => [code, severity]));
};

test('what the server needs of this machine is there', async () => {
  assert.deepEqual(await severities({}), { program: 'ok', plan: 'ok', port: 'ok', clock: 'ok' });
});

test('a port that something else has, and a plan that is not there, are problems', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = `${(other.address() as AddressInfo).port}`;
  const found = await severities({ port, plan: './none.json' });
  other.close();
  assert.equal(found.port, 'problem');
  assert.equal(found.plan, 'problem');
});

test('a Node that is too old is named', () => {
  const { severity, what } = examineProgram('20.1.0');
  assert.equal(severity, 'problem');
  assert.match(what, /20\.1\.0/);
});

test('a clock before this version, or before what was last written, is a problem', async () => {
  const data = join(folder, 'clock');
  await mkdir(data);
  const now = new Date('2026-06-01T10:00:00Z');
  assert.equal(examineClock(data, now).severity, 'ok');
  assert.equal(examineClock(data, new Date('2019-01-01T00:00:00Z')).severity, 'problem');
  await writeFile(join(data, 'piaffe.db'), '');
  const later = new Date('2026-06-02T10:00:00Z');
  await utimes(join(data, 'piaffe.db'), later, later);
  assert.match(examineClock(data, now).what, /last written at 2026-06-02 10:00/);
});

test('the clock is looked at in a folder that cannot be looked into, too', async () => {
  const closed = join(folder, 'closed');
  await mkdir(closed);
  // What nobody can follow stands for what one may not look at: root may look at everything.
  await symlink('piaffe.db', join(closed, 'piaffe.db'));
  assert.equal(examineClock(closed, new Date()).severity, 'ok');
});

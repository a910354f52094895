import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { serviceToken } from './service-token.ts';

const folder = await scratchFolder();
const secret = 'a secret of thirty characters!';

test('the service token is in the environment, or in the file that it names', async () => {
  const file = join(folder, 'token');
  await writeFile(file, `${secret}\n`);
  assert.equal(serviceToken({}), null);
  assert.equal(serviceToken({ PIAFFE_SERVICE_TOKEN: '' }), null);
  assert.equal(serviceToken({ PIAFFE_SERVICE_TOKEN: secret }), secret);
  assert.equal(serviceToken({ PIAFFE_SERVICE_TOKEN_FILE: file }), secret);
});

test('one that cannot be meant is refused, and never repeated', async () => {
  const empty = join(folder, 'empty');
  await writeFile(empty, '\n');
  const refused = (variables: Record<string, string>, why: RegExp) =>
    assert.throws(
      () => serviceToken(variables),
      (error: Error) => why.test(error.message) && !error.message.includes('short-secret'),
    );
  refused({ PIAFFE_SERVICE_TOKEN: secret, PIAFFE_SERVICE_TOKEN_FILE: empty }, /both set/);
  refused({ PIAFFE_SERVICE_TOKEN: 'short-secret' }, /20 characters/);
  refused({ PIAFFE_SERVICE_TOKEN: `${secret}\u00e9` }, /none of them special/);
  refused({ PIAFFE_SERVICE_TOKEN_FILE: join(folder, 'none') }, /cannot be read/);
  refused({ PIAFFE_SERVICE_TOKEN_FILE: empty }, /nothing in/);
});

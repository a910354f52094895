import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { cheap } from '../testing/auth.fixture.ts';
import { createPasswords, recommendedCost } from './passwords.ts';
import { fromPhc } from './phc.ts';

const { signal } = new AbortController();

test('a hash is argon2id in PHC form at the cost that OWASP recommends at least', async () => {
  const phc = await createPasswords(recommendedCost).hash('otter lamp thirteen', signal);
  assert.match(phc, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  const { salt, hash } = fromPhc(phc);
  const parameters = { nonce: salt, tagLength: 32, memory: 19_456, passes: 2, parallelism: 1 };
  assert.deepEqual(hash, argon2Sync('argon2id', { message: 'otter lamp thirteen', ...parameters }));
});

test('the same password hashed twice gives two hashes, and belongs to both', async () => {
  const passwords = createPasswords(cheap);
  const hashes = [await passwords.hash('otter', signal), await passwords.hash('otter', signal)];
  assert.notEqual(hashes[0], hashes[1]);
  for (const phc of hashes) {
    assert.equal(await passwords.verify('otter', phc, signal), 'right');
    assert.equal(await passwords.verify('Otter', phc, signal), 'wrong');
    assert.equal(await passwords.verify('otter ', phc, signal), 'wrong');
  }
});

test('one password typed on two keyboards is the same', async () => {
  const passwords = createPasswords(cheap);
  const phc = await passwords.hash('grüne tannen', signal);
  assert.equal(await passwords.verify('gru\u0308ne tannen', phc, signal), 'right');
});

test('where there is no hash every password is wrong', async () => {
  assert.equal(await createPasswords(cheap).verify('', null, signal), 'wrong');
});

test('a right password that was hashed at another cost is outdated', async () => {
  const phc = await createPasswords(cheap).hash('otter', signal);
  const dearer = createPasswords({ ...cheap, passes: 2 });
  assert.equal(await dearer.verify('otter', phc, signal), 'outdated');
  assert.equal(await dearer.verify('Otter', phc, signal), 'wrong');
});

test('a stored hash that is damaged is told, and takes for nobody’s password', async () => {
  await assert.rejects(
    createPasswords(cheap).verify('otter', '$argon2id$v=19$m=0', signal),
    /not in PHC form/,
  );
});

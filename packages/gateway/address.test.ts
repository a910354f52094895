import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from './address.ts';

test('an address has one spelling', () => {
  assert.equal(addressOf('192.0.2.1'), '192.0.2.1');
  assert.equal(addressOf('::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(addressOf('::FFFF:C000:201'), '192.0.2.1');
  assert.equal(addressOf('0:0:0:0:0:ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(addressOf(undefined), '');
});

test('all addresses of one network behind IPv6 are one', () => {
  const one = addressOf('2001:db8:1:2::1');
  assert.equal(addressOf('2001:0DB8:0001:0002:ffff:ffff:ffff:ffff'), one);
  assert.notEqual(addressOf('2001:db8:1:3::1'), one);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { defineContract, operation } from './index.ts';

const greet = operation({
  summary: 'Says hello',
  input: Type.String(),
  output: Type.String(),
  errors: {},
  idempotent: true,
});

test('a contract cannot be changed once it is defined', () => {
  const contract = defineContract({ name: 'greeter', version: '1.0.0', operations: { greet } });
  assert.ok(Object.isFrozen(contract));
  assert.ok(Object.isFrozen(contract.operations));
  assert.ok(Object.isFrozen(contract.operations.greet));
  assert.ok(Object.isFrozen(contract.operations.greet.errors));
});

test('a contract with a malformed name, version, operation or error code is refused by name', () => {
  const operations = { greet };
  assert.throws(() => defineContract({ name: 'Greeter!', version: '1.0.0', operations }), /"Greeter!"/);
  assert.throws(() => defineContract({ name: 'greeter', version: '1', operations }), /version of greeter/);
  assert.throws(
    () => defineContract({ name: 'greeter', version: '1.0.0', operations: { 'say-hello': greet } }),
    /camelCase, but is "say-hello"/,
  );
  const badCode = { greet: { ...greet, errors: { NotPolite: Type.Object({}) } } };
  assert.throws(
    () => defineContract({ name: 'greeter', version: '1.0.0', operations: badCode }),
    /greeter\.greet must be kebab-case, but is "NotPolite"/,
  );
});

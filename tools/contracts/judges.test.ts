import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf } from '../../packages/kernel/src/index.ts';
import {
  contractWith,
  type SeededChange,
  seededChanges,
} from '../../packages/kernel/testing/seeded-changes.fixture.ts';
import { type Finding, findOasdiff, judgedByOasdiff, judgedByRedocly } from './judges.ts';
import { documentFrom, openApiOf } from './open-api.ts';

const before = documentOf(contractWith(seededChanges, 'before', '1.0.0'));
const after = documentOf(contractWith(seededChanges, 'after', '1.1.0'));

test('nothing of a contract is lost in its OpenAPI file', () => {
  for (const document of [before, after]) assert.deepEqual(documentFrom(openApiOf(document)), document);
});

test('redocly sees the seeded changes as the table says', async () => {
  assertAsTold('redocly', await judgedByRedocly(openApiOf(before), openApiOf(after)));
});

const oasdiff = await findOasdiff();
const skip = oasdiff === null && 'there is no oasdiff on the path, nor in OASDIFF';
test('oasdiff sees the seeded changes as the table says', { skip }, async () => {
  assertAsTold('oasdiff', await judgedByOasdiff(oasdiff!, openApiOf(before), openApiOf(after)));
});

function assertAsTold(judge: 'redocly' | 'oasdiff', findings: readonly Finding[]): void {
  const isBreaking = ({ oldConsumer }: SeededChange) => oldConsumer === 'breaks';
  const wrong = seededChanges.filter((change, at) => {
    const said = findings.some(({ operation, impact }) => operation === `change${at}` && impact === 'major');
    return said !== isBreaking(change);
  });
  assert.deepEqual(
    wrong.map(({ name }) => name),
    seededChanges.filter(({ mistaken }) => mistaken[judge] !== undefined).map(({ name }) => name),
  );
}

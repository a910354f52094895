import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { changed, schemas, typed, valuesOf } from '../../testing/random-schemas.fixture.ts';
import { problemsOf } from '../check.ts';
import { defineContract, operation } from '../index.ts';
import { compare } from './compare.ts';
import { documentOf } from './contract-document.ts';
import { knownOf } from './known-keys.ts';

const numRuns = Number(process.env.PIAFFE_CONTRACTS ?? 1_500);
const pairs = schemas.chain((schema) => fc.record({ sent: fc.constant(schema), taken: changed(schema) }));
const exchanges = pairs.chain(({ sent, taken }) =>
  fc.record({
    sent: fc.constant(typed(sent)),
    taken: fc.constant(typed(taken)),
    values: fc.array(valuesOf(sent), { minLength: 3, maxLength: 3 }),
  }),
);

function contractOf(part: 'input' | 'output', schema: TSchema) {
  const parts = { summary: 'Reads', input: typed({}), output: typed({}), errors: {}, idempotent: true };
  const read = operation({ ...parts, [part]: schema });
  return documentOf(defineContract({ name: 'reader', version: '1.0.0', operations: { read } }));
}

test('the values made from a schema fit it', () => {
  fc.assert(
    fc.property(exchanges, ({ sent, values }) => {
      for (const value of values) assert.deepEqual(problemsOf(sent, value), []);
    }),
    { numRuns },
  );
});

test('what a consumer may send is valid to every provider that fits', () => {
  const seen = { fitting: 0, broken: 0 };
  fc.assert(
    fc.property(exchanges, ({ sent, taken, values }) => {
      const { compatible } = compare(contractOf('input', sent), contractOf('input', taken));
      const refused = values.filter((value) => problemsOf(taken, value).length > 0);
      if (compatible) assert.deepEqual(refused, []);
      seen.fitting += Number(compatible);
      seen.broken += Number(refused.length > 0);
    }),
    { numRuns },
  );
  assert.ok(seen.fitting > numRuns / 10 && seen.broken > numRuns / 10, JSON.stringify(seen));
});

test('what a provider may answer is valid to every consumer that fits, once it has dropped unknown keys', () => {
  const seen = { fitting: 0, dropped: 0, broken: 0 };
  fc.assert(
    fc.property(exchanges, ({ sent, taken, values }) => {
      const { compatible } = compare(contractOf('output', taken), contractOf('output', sent));
      const refused = values.filter((value) => problemsOf(taken, knownOf(taken, value)).length > 0);
      if (compatible) assert.deepEqual(refused, []);
      seen.fitting += Number(compatible);
      seen.dropped += Number(compatible && values.some((value) => problemsOf(taken, value).length > 0));
      seen.broken += Number(refused.length > 0);
    }),
    { numRuns },
  );
  assert.ok(
    seen.fitting > numRuns / 10 && seen.broken > numRuns / 10 && seen.dropped > 0,
    JSON.stringify(seen),
  );
});

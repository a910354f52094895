import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closed, defineContract, degrades, failureMatrix, operation, required } from './index.ts';

const contractOf = (name: string) =>
  defineContract({
    name,
    version: '1.0.0',
    operations: {
      ask: operation({ summary: '', input: closed({}), output: closed({}), errors: {}, idempotent: true }),
    },
  });
const [door, shelf, oven, keys] = ['door', 'shelf', 'oven', 'keys'].map(contractOf) as [
  ReturnType<typeof contractOf>,
  ReturnType<typeof contractOf>,
  ReturnType<typeof contractOf>,
  ReturnType<typeof contractOf>,
];
const create = () => ({});
const modules = [
  { contract: oven, create },
  { contract: keys, create },
  {
    contract: shelf,
    needs: [degrades(oven, { features: ['baking'], answer: 'Yesterday’s bread.' })],
    create,
  },
  {
    contract: door,
    needs: [
      required(keys, { answer: 'The shop is shut.' }),
      degrades(shelf, { features: ['selling', 'baking'], answer: 'An empty shelf.' }),
    ],
    features: ['greeting', 'selling', 'baking'],
    create,
  },
];
const row = (feature: string) =>
  Object.fromEntries(
    failureMatrix(modules)
      .filter((cell) => cell.feature === feature)
      .map(({ part, answer }) => [part, answer]),
  );

test('what is required takes all features along, what degrades only those it names', () => {
  assert.deepEqual(row('greeting'), {
    oven: null,
    keys: 'The shop is shut.',
    shelf: null,
    door: 'Nothing answers: door itself is away.',
  });
  assert.equal(row('selling').shelf, 'An empty shelf.');
  assert.equal(row('selling').oven, null);
});

test('a feature is lost with what is needed by what it needs, and the answer is that of the last need', () => {
  assert.equal(row('baking').oven, 'Yesterday’s bread.');
});

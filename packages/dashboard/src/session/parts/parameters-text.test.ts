import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parametersText } from './parameters-text.ts';

test('parameters that are as usual are not listed', () => {
  const usual = { invert: false, columns: {}, units: {}, trim: null, startedAt: [null] };
  assert.equal(parametersText(usual), '');
  assert.equal(
    parametersText({ ...usual, invert: true, trim: { from: 10, to: 60 }, startedAt: [null, 'then'] }),
    'invert; trim from 10 to 60; startedAt –, then',
  );
});

test('parts of a parameter that are as usual are left out too', () => {
  const corrections = { segments: [], jumps: { added: [], removed: [344.01] } };
  assert.equal(parametersText({ corrections }), 'corrections jumps removed 344.01');
});

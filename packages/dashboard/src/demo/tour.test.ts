import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo as de } from '../language/de/demo.ts';
import { demo as en } from '../language/en/demo.ts';
import { demo as fr } from '../language/fr/demo.ts';

test('the tour is six sentences in every language, and each is one', () => {
  for (const { tour } of [en, fr, de]) {
    assert.equal(tour.length, 6);
    for (const text of tour) assert.match(text, /^\p{Lu}[^.!?]+\.$/u);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from './choose-language.ts';

test('what was chosen wins over what the browser asks for', () => {
  assert.equal(chooseLanguage('fr', ['de-DE', 'en']), 'fr');
});

test('the browser’s first language that there is counts, whatever the country', () => {
  assert.equal(chooseLanguage(null, ['it-IT', 'de-AT', 'fr']), 'de');
});

test('a choice that is none, and a browser that asks for nothing there is, get English', () => {
  assert.equal(chooseLanguage('klingon', ['it', 'es-ES']), 'en');
  assert.equal(chooseLanguage(null, []), 'en');
});

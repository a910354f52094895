import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { de } from './de/index.ts';
import { fr } from './fr/index.ts';
import { translated } from './translated.ts';

const checkout = new URL('../../../../', import.meta.url);
const languages = { fr: fr.server, de: de.server };

test('a sentence of the server is said with the numbers and names it came with', () => {
  const sentences = {
    'needs {} strides in a row': 'il faut {} foulées de suite',
    'There is no time zone {}.': 'Il n’y a pas de fuseau horaire {}.',
    'columns {} in line {}': 'colonnes {}, ligne {}',
  };
  assert.equal(translated('needs 10 strides in a row', sentences), 'il faut 10 foulées de suite');
  assert.equal(
    translated('There is no time zone "Mars/Base".', sentences),
    'Il n’y a pas de fuseau horaire "Mars/Base".',
  );
  assert.equal(translated('columns "a", "b 2" in line 1.5', sentences), 'colonnes "a", "b 2", ligne 1.5');
});

test('a sentence that nobody has words for is not guessed', () => {
  assert.equal(translated('something new', { 'something old': 'du vieux' }), null);
  assert.equal(translated('toString', {}), null);
});

for (const [language, { sentences, problems }] of Object.entries(languages)) {
  test(`${language} keeps as many places for what varies as the sentence has, and finds each again`, () => {
    const places = (text: string) => text.split('{}').length - 1;
    for (const [english, own] of Object.entries(sentences)) {
      assert.equal(places(own), places(english), english);
      const spoken = english.replaceAll('{}', '12');
      assert.equal(translated(spoken, sentences), own.replaceAll('{}', '12'), english);
    }
  });

  test(`${language} has words for every code that the API publishes`, () => {
    const { components } = JSON.parse(readFileSync(new URL('contracts/openapi.json', checkout), 'utf8'));
    const codes = new Set(Object.keys(components.responses).flatMap((name) => name.split('.')));
    assert.ok(codes.size > 40);
    assert.deepEqual(
      [...codes].filter((code) => problems[code] === undefined),
      [],
    );
  });

  test(`${language} has words for every reason that a metric or a trend gives`, () => {
    const without = reasonsGiven().filter((reason) => translated(reason, sentences) === null);
    assert.deepEqual(without, []);
  });
}

test('French and German have words for the same', () => {
  assert.deepEqual(Object.keys(fr.server.sentences).sort(), Object.keys(de.server.sentences).sort());
  assert.deepEqual(Object.keys(fr.server.problems).sort(), Object.keys(de.server.problems).sort());
});

/** As they are written in the code of metrics and trends, with a number for what varies. */
function reasonsGiven(): string[] {
  const sources = ['packages/aggregation/metrics/', 'packages/trend/measures/'].flatMap((folder) =>
    readdirSync(new URL(folder, checkout))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(folder + name, checkout), 'utf8')),
  );
  const written =
    /(?:reason(?:: | = )|missing\('[^']+', |none\((?:\w+, )?\s*|return |(?:not|no)[A-Z]\w+ = )(['`])([^'`\n]* [^'`\n]*)\1/g;
  const found = sources.flatMap((source) =>
    [...source.matchAll(written)].map(([, , text]) => text as string),
  );
  assert.ok(found.length > 30, 'the reasons are written in another way now');
  return found
    .filter((text) => /^(?:[a-z]|\$\{)[^/]* [a-z]/.test(text))
    .map((text) => text.replace(/\$\{percent\}/, '12 %').replace(/\$\{of\}/, 'of the ride'))
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, '12'));
}

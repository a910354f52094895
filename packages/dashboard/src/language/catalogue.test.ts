import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cognates } from './cognates.fixture.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

type Words = string | ((...given: unknown[]) => string);

const english = wordsIn(en);
const others = { fr: wordsIn(fr), de: wordsIn(de) };

/** Numbers stand for whatever a function is given: they can be counted, and be put into a sentence. */
const given = (count: number) => Array.from({ length: count }, (_, index) => 30 + index);

for (const [language, words] of Object.entries(others)) {
  test(`${language} says what English says, each thing as a text or as a function, as there`, () => {
    const kinds = (all: Map<string, Words>) =>
      [...all].map(([path, each]) => `${path}: ${typeof each}`).sort();
    assert.deepEqual(kinds(words), kinds(english));
  });

  test(`${language} leaves out nothing that a sentence is given, and uses nothing that English does not`, () => {
    for (const [path, other] of words) {
      const own = english.get(path);
      if (typeof other !== 'function' || typeof own !== 'function') continue;
      assert.deepEqual(usedBy(other, own.length), usedBy(own, own.length), path);
    }
  });

  test(`${language} has no words left in English but those that are the same`, () => {
    const same = [...words].filter(([path, each]) => {
      const [here, there] = [said(each), said(english.get(path) ?? '')];
      return here === there && /\p{L}{2}/u.test(here) && !cognates[language]?.has(here);
    });
    assert.deepEqual(
      same.map(([path, each]) => `${path}: ${said(each)}`),
      [],
    );
  });
}

test('nothing that is said is empty, or breaks on a number', () => {
  for (const words of [english, ...Object.values(others)]) {
    for (const [path, each] of words) {
      const text = said(each);
      if (!isUnitOfNothing(path)) assert.notEqual(text.trim(), '', path);
      assert.doesNotMatch(text, /undefined|NaN|\[object|^\s|\s$/, path);
    }
  }
});

test('a language needs nothing outside its own folder: it would wait for what waits for it', () => {
  for (const folder of ['en', 'fr', 'de']) {
    for (const name of readdirSync(new URL(folder, import.meta.url))) {
      const source = readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8');
      for (const [line, from] of source.matchAll(/^import (?!type )[^;]*? from '([^']+)';$/gms)) {
        assert.match(from as string, /^\.\/[^/]+$/, `${folder}/${name}: ${line}`);
      }
    }
  }
});

/** Every text and function of a catalogue, by its path. What the server says in English is another matter. */
function wordsIn(said: unknown, path = ''): Map<string, Words> {
  if (typeof said === 'string' || typeof said === 'function') return new Map([[path, said as Words]]);
  assert.ok(typeof said === 'object' && said !== null, `${path} is neither words nor a folder of words`);
  const parts = Object.entries(said).filter(([key]) => `${path}.${key}` !== '.server');
  return new Map(parts.flatMap(([key, part]) => [...wordsIn(part, `${path}.${key}`)]));
}

function said(words: Words): string {
  return typeof words === 'function' ? words(...given(words.length || 9)) : words;
}

/** Which of its arguments change what a function says; some know few values, such as a direction. */
function usedBy(words: (...given: unknown[]) => string, count: number): boolean[] {
  return given(count).map((_, index) =>
    [77, 'higher', null].some((other) => {
      const changed = given(count).map((each, at) => (at === index ? other : each));
      return words(...given(count)) !== words(...changed);
    }),
  );
}

/** A count has no unit. */
function isUnitOfNothing(path: string): boolean {
  return path.endsWith('.unit');
}

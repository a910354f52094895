import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejectedLine } from '@piaffe/results';
import fc from 'fast-check';
import { readEnvironment } from './environment.ts';
import { faultText } from './fault-text.ts';
import { harmless, harmlessJson, harmlessLines } from './harmless.ts';
import { plainUsage } from './plain-usage.ts';
import { progressLine } from './progress-bar.ts';
import { report } from './render/report.ts';
import { serverOutput } from './serve/server-output.ts';

const steering =
  /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\x1b[2J',
      '\x1b]0;title\x07',
      '\x9b31m',
      '\x90',
      '\u202e',
      '\u2066',
      '\u200b',
      '\n',
      '\ud800',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

test('whatever a text says, nothing of it steers a terminal', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      assert.doesNotMatch(harmless(text), steering);
      for (const line of harmlessLines(text).split('\n')) assert.doesNotMatch(line, steering);
      const json = harmlessJson({ [text]: text });
      assert.doesNotMatch(json, steering);
      assert.deepEqual(JSON.parse(json), { [text]: text });
    }),
  );
});

test('what can be read stays as it is', () => {
  for (const text of ['Jürgens Träumerei – 3 °', '加速度', 'a  b']) assert.equal(harmless(text), text);
  assert.equal(harmlessLines('one\n  two\n'), 'one\n  two\n');
});

test('nothing in a log line, progress, a fault, a usage error or a rejection steers the terminal it is shown at', () => {
  const environment = readEnvironment({});
  fc.assert(
    fc.property(nasty, (text) => {
      const logged: string[] = [];
      const { log } = serverOutput({ isTTY: true, write: (line: string) => logged.push(line) }, null);
      log.warn({ err: new Error(text) }, `a recording was refused: ${text}`);
      const shown = [
        ...logged.map((line) => line.replace(/\n$/, '')),
        progressLine(text, { share: 0.5, step: text }, 80),
        ...faultText(new Error(text), environment).split('\n'),
        ...plainUsage(`error: ${text}`).split('\n'),
        ...report(rejectedLine(text, 'unknown-format', text), { width: 80, colour: false }),
      ];
      for (const line of shown) assert.doesNotMatch(line, steering);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { paintFor } from '../render/style.ts';
import { ok, problem, warning } from './finding.ts';
import { findingsText } from './findings-text.ts';

const plain = paintFor(false);

test('each finding has its sign, and what to do stands below it', () => {
  const findings = [
    ok('program', 'Node is there.'),
    warning('server', 'The last one was killed.', 'Start it.'),
    problem(
      'blob-missing',
      'A file is not there, which is told at such length that it wraps.',
      'Put it back.',
    ),
  ];
  assert.deepEqual(findingsText(findings, 60, plain), [
    '✔ Node is there.',
    '! The last one was killed.',
    '    Start it.',
    '✖ A file is not there, which is told at such length that it',
    '  wraps.',
    '    Put it back.',
    '',
    '1 problem, 1 to look at. Nothing was changed.',
  ]);
});

test('when all is well it ends with that', () => {
  assert.equal(findingsText([ok('program', 'Node is there.')], 60, plain).at(-1), 'All is well.');
});

test('colour only marks the signs, and nothing from outside steers the terminal', () => {
  const lines = findingsText([problem('folder', 'a\x1b[2Jb', 'Look.')], 60, paintFor(true));
  assert.notEqual(lines[0], stripVTControlCharacters(lines[0] ?? ''));
  assert.equal(stripVTControlCharacters(lines[0] ?? ''), '✖ ab');
});

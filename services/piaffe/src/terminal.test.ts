import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment } from './environment.ts';
import { terminalOf } from './terminal.ts';

const terminal = { isTTY: true, columns: 120 };
const file = {};
const shownOn = (stream: object, variables: Record<string, string>) =>
  terminalOf(stream, readEnvironment(variables));

test('a terminal gets colour and its own width, a file gets neither', () => {
  assert.deepEqual(shownOn(terminal, {}), { width: 120, colour: true });
  assert.deepEqual(shownOn(file, {}), { width: 80, colour: false });
});

test('NO_COLOR and a dumb terminal take the colour away, FORCE_COLOR gives it', () => {
  assert.equal(shownOn(terminal, { NO_COLOR: '1' }).colour, false);
  assert.equal(shownOn(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }).colour, false);
  assert.equal(shownOn(terminal, { NO_COLOR: '' }).colour, true);
  assert.equal(shownOn(terminal, { TERM: 'dumb' }).colour, false);
  assert.equal(shownOn(file, { FORCE_COLOR: '1' }).colour, true);
  assert.equal(shownOn(terminal, { FORCE_COLOR: '0' }).colour, false);
});

test('COLUMNS gives the width where there is no terminal; widths stay readable', () => {
  assert.equal(shownOn(file, { COLUMNS: '100' }).width, 100);
  assert.equal(shownOn(file, { COLUMNS: 'wide' }).width, 80);
  assert.equal(shownOn({ isTTY: true, columns: 20 }, {}).width, 60);
  assert.equal(shownOn({ isTTY: true, columns: 400 }, {}).width, 140);
});

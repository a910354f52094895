import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { addRecordingFlags, settingsFrom } from './recording-flags.ts';

function settings(...words: string[]) {
  const command = addRecordingFlags(new Command())
    .exitOverride()
    .configureOutput({ writeErr() {} });
  return settingsFrom(command.parse(words, { from: 'user' }).opts());
}

test('without flags nothing is claimed', () => {
  assert.deepEqual(settings(), {
    context: { horse: null, type: null, surface: null, rider: null, mount: null },
    parameters: { invert: false, columns: {}, units: {}, trim: null, corrections: null },
    startedAt: null,
    companions: [],
  });
});

test('what is said about the ride becomes its context', () => {
  const { context } = settings('--horse', 'Luna', '--mount', 'girth', '--type', 'lunge');
  assert.deepEqual(context, { horse: 'Luna', type: 'lunge', surface: null, rider: null, mount: 'girth' });
});

test('column names may hold spaces, commas and equals signs', () => {
  const { parameters } = settings('--columns', 't=Time (s),ax=Acc, x,ay=a=b, az = Z');
  assert.deepEqual(parameters.columns, { t: 'Time (s)', ax: 'Acc, x', ay: 'a=b', az: 'Z' });
});

test('units are read by quantity', () => {
  const { parameters } = settings('--units', 'time=ms,acc=m/s2,gyro=rad/s');
  assert.deepEqual(parameters.units, { time: 'ms', acc: 'm/s2', gyro: 'rad/s' });
});

test('what cannot be understood is refused with what would be', () => {
  const refused = (words: string[], message: RegExp) => assert.throws(() => settings(...words), message);
  refused(['--units', 'acc=furlong'], /one of g, mg, m\/s2, counts, not "furlong"/);
  refused(['--units', 'mass=kg'], /"mass" has no unit here; time, acc and gyro have/);
  refused(['--units', 'ms'], /"ms" is not of the form NAME=VALUE/);
  refused(['--columns', 'foo=bar'], /no channel "foo"; there are t, ax/);
  refused(['--columns', 'ax=1,ax=2'], /given twice/);
  refused(['--mount', 'tail'], /girth, saddle, withers, phone/);
  refused(['--started-at', 'yesterday'], /2026-05-01T10:30:00\+02:00/);
  refused(['--started-at', '2026-05-01T10:30:00'], /offset/);
});

test('a start that no calendar or clock shows is refused, and the sentence says which part', () => {
  const refused = (text: string, message: RegExp) =>
    assert.throws(() => settings('--started-at', text), message, text);
  refused('2026-02-30T10:00:00+01:00', /2026-02 has no day 30; it has 28/);
  refused('2026-02-00T10:00:00+01:00', /no day 00/);
  refused('2100-02-29T10:00Z', /no day 29; it has 28/);
  refused('2026-13-01T10:30:00Z', /no month 13/);
  refused('2026-05-01T24:00:00Z', /from 00:00:00 to 23:59:59/);
  refused('2026-05-01T10:60:00Z', /from 00:00:00 to 23:59:59/);
  refused('2026-05-01T10:30:60Z', /from 00:00:00 to 23:59:59/);
  refused('2026-05-01T10:30:00+15:00', /offset.*from -12:00 to \+14:00/);
  refused('2026-05-01T10:30:00+14:30', /offset/);
  refused('2026-05-01T10:30:00-12:01', /offset/);
  refused('2026-05-01T10:30:00+01:60', /offset/);
});

test('every start that a calendar and a clock show is taken as it was written', () => {
  const possible = ['2024-02-29T00:00:00Z', '2026-12-31T23:59:59.999-12:00', '2026-05-01T10:30+14:00'];
  for (const text of possible) assert.equal(settings('--started-at', text).startedAt, text);
});

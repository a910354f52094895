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
    parameters: { invert: false, startedAt: null, columns: {}, units: {} },
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
  refused(['--started-at', '2026-13-41T10:30:00Z'], /offset/);
});

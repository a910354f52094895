import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventText } from './event-text.ts';

test('what happens to a process is said with its name', () => {
  const message = 'it was ended by SIGKILL; it is started again in 100 ms';
  assert.equal(
    eventText({ kind: 'ended', process: 'compute', message }),
    'the computation was ended by SIGKILL; it is started again in 100 ms',
  );
  assert.equal(eventText({ kind: 'up', process: 'mine', message: 'is up' }), 'the process mine is up');
  assert.equal(
    eventText({ kind: 'changed', process: 'http://127.0.0.1:7481', message: 'is down: it answers 500' }),
    'what is at http://127.0.0.1:7481 is down: it answers 500',
  );
});

test('a plugin that is not used is said as it is', () => {
  const message = 'the plugin trend is not used: there is no file trend.mjs';
  assert.equal(eventText({ kind: 'ended', process: 'trend', message }), message);
});

test('what a process prints stays as it is', () => {
  assert.equal(
    eventText({ kind: 'output', process: 'compute', message: 'it printed' }),
    'the computation: it printed',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventText } from './event-text.ts';

test('what happens to the computation is said with its name', () => {
  const message = 'it was ended by SIGKILL; it is started again in 100 ms';
  assert.equal(
    eventText({ kind: 'ended', message }),
    'the computation was ended by SIGKILL; it is started again in 100 ms',
  );
  assert.equal(eventText({ kind: 'up', message: 'is up' }), 'the computation is up');
});

test('what the computation prints stays as it is', () => {
  assert.equal(eventText({ kind: 'output', message: 'it printed' }), 'the computation: it printed');
});

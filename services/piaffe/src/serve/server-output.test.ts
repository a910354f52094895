import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverOutput } from './server-output.ts';

function logTo(isTTY: boolean, level: 'info' | 'debug' | null = null) {
  const lines: string[] = [];
  const { log } = serverOutput({ isTTY, write: (text: string) => lines.push(text) }, level);
  return { log, lines };
}

test('for a log collector each line is an object with a time and a level in words', () => {
  const { log, lines } = logTo(false);
  log.info({ pid: 7 }, 'up');
  log.debug({}, 'not told');
  assert.equal(lines.length, 1);
  const { time, ...rest } = JSON.parse(lines[0] ?? '');
  assert.deepEqual(rest, { level: 'info', pid: 7, msg: 'up' });
  assert.equal(new Date(time).toISOString(), time);
});

test('at a terminal only what somebody has to know is told, in words', () => {
  const { log, lines } = logTo(true);
  log.info({}, 'not told');
  log.warn({ err: new Error('it was ended by SIGKILL') }, 'the process went away');
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /^\d\d:\d\d:\d\d warn: the process went away \(it was ended by SIGKILL\)\n$/);
});

test('at a terminal it is said where somebody came from, and not who they are', () => {
  const { log, lines } = logTo(true);
  log.warn({ account: 'somebody', from: '192.0.2.7' }, 'sign-in refused');
  assert.match(lines[0] ?? '', /^\d\d:\d\d:\d\d warn: sign-in refused, from 192\.0\.2\.7\n$/);
});

test('who asks for more at a terminal gets more', () => {
  const { log, lines } = logTo(true, 'info');
  log.info({}, 'told');
  assert.match(lines[0] ?? '', /^\d\d:\d\d:\d\d told\n$/);
});

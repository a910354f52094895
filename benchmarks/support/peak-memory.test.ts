import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from './peak-memory.ts';

const skip =
  process.platform === 'linux' ? false : 'proportional set size is read from /proc, which only Linux has';

/** Holds so many megabytes for half a second, beside a child that does the same with its share. */
const hold = (own: number, childs: number) => `
  const { spawn } = require('node:child_process');
  const memory = Buffer.alloc(${own}e6, 1);
  if (${childs} > 0) spawn(process.execPath, ['-e', 'const m = Buffer.alloc(${childs}e6, 1); setTimeout(() => m, 500)']);
  setTimeout(() => memory, 500);`;

test('memory that a process holds is in its peak', { skip }, async () => {
  const small = await measure(process.execPath, ['-e', hold(1, 0)]);
  const large = await measure(process.execPath, ['-e', hold(101, 0)]);
  const difference = large.peakMegabytes - small.peakMegabytes;
  assert.ok(difference > 90 && difference < 115, `100 MB more were seen as ${difference} MB more`);
});

test('memory of a child of the process is in its peak', { skip }, async () => {
  const alone = await measure(process.execPath, ['-e', hold(1, 0)]);
  const withChild = await measure(process.execPath, ['-e', hold(1, 200)]);
  assert.ok(withChild.peakMegabytes - alone.peakMegabytes > 200);
});

test('the exit code of the command is told', { skip }, async () => {
  assert.equal((await measure(process.execPath, ['-e', 'process.exit(65)'])).code, 65);
});

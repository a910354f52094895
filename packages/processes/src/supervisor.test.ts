import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Unavailable } from '@piaffe/kernel';
import { hostTrials, trialsInProcess, trialsProgram, until } from '../testing/hosted-trials.fixture.ts';

const isUnavailable = (cause: string) => (error: unknown) => {
  assert.ok(error instanceof Unavailable, String(error));
  assert.equal(error.cause, cause, error.message);
  return true;
};

test('a child that dies at work is started again; only the call it was at work on is lost to it', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { trials } = hosted;
  const { pid } = await trials.whereabouts({});
  const lost = assert.rejects(trials.misbehave({ how: 'segfault' }), isUnavailable('crashed'));
  const waiting = assert.rejects(trials.add({ numbers: [1] }), isUnavailable('down'));
  await Promise.all([lost, waiting]);
  await until(() => hosted.host.status().at(-1)?.state === 'up');
  const status = hosted.host.status().at(-1)!;
  assert.equal(status.restarts, 1);
  assert.equal(status.lastProblem, 'it was ended by SIGSEGV');
  assert.notEqual(status.pid, pid);
  assert.deepEqual(await trials.add({ numbers: [1, 2] }), { sum: 3 });
});

test('a host does not wait for its child, but a call does', async () => {
  await using hosted = await hostTrials(trialsInProcess(), trialsProgram);
  assert.equal(hosted.host.status().at(-1)?.state, 'starting');
  assert.deepEqual(await hosted.trials.add({ numbers: [1, 2] }), { sum: 3 });
});

test('a child that is started again keeps nobody waiting meanwhile', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { pid } = await hosted.trials.whereabouts({});
  process.kill(pid, 'SIGKILL');
  await until(() => hosted.host.status().at(-1)?.restarts === 1);
  assert.equal(hosted.host.status().at(-1)?.state, 'starting');
  await assert.rejects(hosted.trials.add({ numbers: [1] }), isUnavailable('down'));
  assert.equal(hosted.host.status().at(-1)?.state, 'starting');
});

test('a child that is stopped is killed and started again, and its caller is told', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { pid } = await hosted.trials.whereabouts({});
  const call = hosted.trials.misbehave({ how: 'never answer' });
  call.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.kill(pid, 'SIGSTOP');
  await assert.rejects(call, isUnavailable('crashed'));
  await until(() => hosted.host.status().at(-1)?.state === 'up');
  assert.equal(hosted.host.status().at(-1)?.lastProblem, 'it did not answer for 5 s');
  assert.notEqual((await hosted.trials.whereabouts({})).pid, pid);
});

test('signals that go to every process of a terminal do not end a child before its host', async () => {
  await using hosted = await hostTrials(trialsInProcess());
  const { pid } = await hosted.trials.whereabouts({});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
  assert.equal((await hosted.trials.whereabouts({})).pid, pid);
  assert.equal(hosted.host.status().at(-1)?.restarts, 0);
});

test('a child that ends at once is started again later and later, and calls are refused meanwhile', async () => {
  const program = { ...trialsProgram, args: ['-e', 'console.error("cannot go on"); process.exit(3)'] };
  await using hosted = await hostTrials(trialsInProcess(), program);
  const ends = () => hosted.events.filter(({ kind }) => kind === 'ended').map(({ message }) => message);
  await until(() => ends().length >= 4);
  assert.deepEqual(
    ends().slice(0, 4),
    [100, 200, 400, 800].map((delay) => `it ended with code 3; it is started again in ${delay} ms`),
  );
  assert.ok(hosted.events.some(({ kind, message }) => kind === 'output' && message === 'cannot go on'));
  const { state, lastProblem, pid } = hosted.host.status().at(-1)!;
  assert.deepEqual(
    { state, lastProblem, pid },
    { state: 'down', lastProblem: 'it ended with code 3', pid: null },
  );
  await assert.rejects(
    hosted.trials.add({ numbers: [] }),
    (error: Unavailable) => isUnavailable('down')(error) && error.retryAfter === 1,
  );
});

test('a child whose program is not there, or whose modules cannot be created, is down, with the reason', async () => {
  const programs = [
    [{ ...trialsProgram, args: ['-e', 'throw new Error("no such house")'] }, /ended with code 1/],
    [{ ...trialsProgram, command: '/nowhere/node' }, /ended with code 127|does not start/],
    [
      { ...trialsProgram, env: { LONG: 'more than a system takes '.repeat(200_000) } },
      /does not start: spawn E2BIG/,
    ],
  ] as const;
  for (const [program, problem] of programs) {
    await using hosted = await hostTrials(trialsInProcess(), program);
    await assert.rejects(hosted.trials.add({ numbers: [] }), isUnavailable('down'));
    await until(() => hosted.host.status().at(-1)?.lastProblem !== null);
    assert.match(hosted.host.status().at(-1)!.lastProblem!, problem);
  }
});

test('a call whose deadline passes while the child is still starting finds it down, not slow', async () => {
  const program = { ...trialsProgram, args: ['-e', untilStopped] };
  await using hosted = await hostTrials(trialsInProcess(), program);
  const deadline = new Date(Date.now() + 100);
  await assert.rejects(hosted.trials.add({ numbers: [] }, { deadline }), isUnavailable('down'));
});

test('the modules of a child are ended with their host, which refuses calls from then on', async () => {
  const hosted = await hostTrials(trialsInProcess());
  const { pid } = await hosted.trials.whereabouts({});
  await hosted[Symbol.asyncDispose]();
  assert.ok(!isRunning(pid));
  assert.ok(hosted.events.some(({ message }) => message === 'the trials are over'));
  assert.ok(
    hosted.events.every(({ kind }) => kind !== 'ended'),
    'nothing went wrong',
  );
  await assert.rejects(hosted.trials.add({ numbers: [] }), isUnavailable('down'));
});

test('a host that is ended while its children start, or are at work, ends them too', async () => {
  const starting = await hostTrials(trialsInProcess(), trialsProgram);
  const pid = starting.pid()!;
  await starting[Symbol.asyncDispose]();
  assert.ok(!isRunning(pid));

  const working = await hostTrials(trialsInProcess());
  const { trials } = working;
  const { pid: busy } = await trials.whereabouts({});
  const call = assert.rejects(trials.misbehave({ how: 'loop for ever' }), isUnavailable('down'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await working[Symbol.asyncDispose]();
  await call;
  assert.ok(!isRunning(busy));
});

test('a child ends when its host is killed, whatever it is doing, and leaves nothing behind', async () => {
  for (const how of ['never answer', 'loop for ever']) {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'));
    const parent = spawn(
      process.execPath,
      [fileURLToPath(new URL('../testing/parent.fixture.ts', import.meta.url)), how],
      { env: { TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let pid = 0;
    try {
      const [line] = await once(parent.stdout, 'data');
      pid = Number(line);
      assert.ok(isRunning(pid));
      assert.equal(readdirSync(folder).length, 1);
      parent.kill('SIGKILL');
      await until(() => !isRunning(pid));
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      parent.kill('SIGKILL');
      if (pid !== 0 && isRunning(pid)) process.kill(pid, 'SIGKILL');
      rmSync(folder, { recursive: true });
    }
  }
});

/** A program that never serves. */
const untilStopped = 'process.on("message", ({ kind }) => kind === "stop" && process.exit())';

/** A process that has ended may be kept as a zombie, where nobody asks how it ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}

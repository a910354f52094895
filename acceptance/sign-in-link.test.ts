import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { commandLine, runPiaffe, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const link = /http:\/\/\S+\/#sign-in=[\w-]{20,}/;
const noTerminal =
  spawnSync('script', ['--version']).status === 0
    ? false
    : 'there is no "script" here to make a terminal with';

const lastWord = 'Ctrl-C ends the server';

/** What a first start shows at a terminal until it has said all, and while it ends. */
async function shownAtTerminal(data: string): Promise<string> {
  const [program = '', ...words] = commandLine(['serve', '--no-demo', '--port', '0', '--data', data]);
  // Not every shell gives its own process to the last command, and Ctrl-C would end the shell that stayed.
  const command = ['exec', ...[program, ...words].map((word) => `'${word}'`)].join(' ');
  const terminal = spawn('script', ['-qefc', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let shown = '';
  for await (const text of terminal.stdout.setEncoding('utf8')) {
    const hadSaidAll = shown.includes(lastWord);
    shown += text;
    // What the keys for it send.
    if (!hadSaidAll && shown.includes(lastWord)) terminal.stdin.write('\x03');
  }
  if (terminal.exitCode === null) await once(terminal, 'close');
  assert.equal(terminal.exitCode, 0, shown);
  return stripVTControlCharacters(shown).replaceAll('\r', '');
}

test('at a terminal the first start shows a sign-in link, and Ctrl-C ends the server well', {
  skip: noTerminal,
}, async () => {
  const data = join(folder, 'terminal');
  const shown = await shownAtTerminal(data);
  assert.match(shown, /^ready http/m);
  assert.match(shown, link);
  assert.doesNotMatch(shown, /^\{/m);
});

test('elsewhere no secret is printed, but by the command for it, and by that nothing else', async () => {
  const data = join(folder, 'elsewhere');
  await using server = await startServer({ folder: data });
  const { stdout, stderr, code } = await runPiaffe(['sign-in-link', '--data', data]);
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '');
  assert.match(stdout, new RegExp(`^${link.source}\n$`));
  assert.ok(stdout.startsWith(server.url), 'it leads to the server that runs');
  const token = new URL(stdout.trim()).hash.replace('#sign-in=', '');
  const signIn = () =>
    fetch(`${server.url}/api/v1/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: { 'content-type': 'application/json', origin: server.url },
    });
  assert.equal((await signIn()).status, 200);
  assert.equal((await signIn()).status, 410, 'it can be used once');
  server.kill('SIGTERM');
  const ended = await server.ended;
  assert.doesNotMatch(ended.stdout + ended.stderr, new RegExp(`sign-in=|${token}`));
});

test('a link can be had while no server runs, and not for a folder that is none', async () => {
  const data = join(folder, 'stopped');
  {
    await using server = await startServer({ folder: data });
    server.kill('SIGTERM');
    await server.ended;
  }
  const { stdout } = await runPiaffe(['sign-in-link', '--data', data, '--port', '8123']);
  assert.ok(stdout.startsWith('http://127.0.0.1:8123/#sign-in='));
  const none = await runPiaffe(['sign-in-link', '--data', join(folder, 'none')]);
  assert.equal(none.stdout, '');
  assert.match(none.stderr, /^piaffe: There is no data folder [^\n]+\n$/);
  assert.equal(none.code, 65);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

// A checkout with the real tools and one package of its own to install, so that no registry is needed.
const checkout = mkdtempSync(join(tmpdir(), 'piaffe-set-up-'));
after(() => rmSync(checkout, { recursive: true }));
cpSync(fileURLToPath(new URL('.', import.meta.url)), join(checkout, 'tools'), { recursive: true });
write('package.json', { name: 'house', version: '1.0.0', private: true, workspaces: ['room'] });
write('package-lock.json', {
  name: 'house',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'house', version: '1.0.0', workspaces: ['room'] },
    'node_modules/room': { resolved: 'room', link: true },
    room: { version: '1.0.0' },
  },
});
mkdirSync(join(checkout, 'room'));
write('room/package.json', { name: 'room', version: '1.0.0' });

function write(path: string, content: object): void {
  writeFileSync(join(checkout, path), JSON.stringify(content));
}

/** What the set-up prints about its first step. */
function setUp(): string {
  const script = `
    import { setUp } from './tools/set-up.mjs';
    import { Steps } from './tools/steps.mjs';
    await setUp(new Steps(2));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: checkout,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return run.stdout.split('\n')[0].replace(/\d+\.\d s/, 'N s');
}

test('a fresh checkout is installed once, and found up to date after that', () => {
  assert.equal(setUp(), '1/2 Install packages (npm ci) ... done in N s (there were none)');
  assert.equal(setUp(), '1/2 Install packages (npm ci) ... done in N s (up to date)');
});

test('a changed lockfile, an interrupted install and a lost package are each installed again', () => {
  setUp();
  appendFileSync(join(checkout, 'package-lock.json'), '\n');
  assert.match(setUp(), /the lockfile has changed/);
  rmSync(join(checkout, 'node_modules/.piaffe-installed'));
  assert.match(setUp(), /an install did not end/);
  rmSync(join(checkout, 'node_modules/room'));
  assert.match(setUp(), /node_modules\/room is missing/);
  assert.match(setUp(), /up to date/);
});

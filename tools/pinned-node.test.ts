import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findNode, pinnedPath } from './pinned-node.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const path = pinnedPath();
const noScripts = process.platform === 'win32' ? 'the stand-in for a broken Node is a shell script' : false;
const skip = path === null ? 'no pinned Node is published for this platform' : noScripts;

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Asks a copy of the finder, in a checkout whose pinned Node is the given shell script, or is not there. */
function askIn(script: string | null, runningVersion = process.versions.node) {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-node-'));
  folders.push(folder);
  mkdirSync(join(folder, 'tools'));
  copyFileSync(join(root, 'tools/pinned-node.mjs'), join(folder, 'tools/pinned-node.mjs'));
  if (script !== null) {
    const binary = join(folder, relative(root, path!));
    mkdirSync(dirname(binary), { recursive: true });
    writeFileSync(binary, script.startsWith('#!') ? script : `#!/bin/sh\n${script}\n`);
    chmodSync(binary, 0o755);
  }
  const ask = `
    Object.defineProperty(process.versions, 'node', { value: '${runningVersion}' });
    const { findNode } = await import('./tools/pinned-node.mjs');
    console.log(JSON.stringify(findNode()));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', ask], {
    cwd: folder,
    encoding: 'utf8',
  });
  return run.status === 0 ? JSON.parse(run.stdout) : run.stderr;
}

const withoutLibatomic =
  'echo "$0: error while loading shared libraries: libatomic.so.1: cannot open shared object file" >&2; exit 127';

test('what is found runs, and is the version it says', () => {
  const found = findNode();
  const run = spawnSync(found.path, ['--version'], { encoding: 'utf8' });
  assert.equal(run.stdout.trim(), `v${found.version}`);
});

test('the pinned Node wins over the running one', { skip }, () => {
  const found = askIn('echo v26.99.0');
  assert.equal(found.version, '26.99.0');
  assert.equal(found.pinned, true);
  assert.equal(found.why, null);
});

test('when a system library is missing, its package is named and a recent running Node stands in', {
  skip,
}, () => {
  const found = askIn(withoutLibatomic, '24.0.0');
  assert.equal(found.pinned, false);
  assert.equal(found.version, '24.0.0');
  assert.match(found.why, /libatomic\.so\.1 is missing\. Install it \(libatomic1 on Debian/);
});

test('when a system library is missing and the running Node is too old, both are said', { skip }, () => {
  assert.match(
    askIn(withoutLibatomic, '20.20.2'),
    /libatomic1 on Debian.*running is 20\.20\.2, too old to stand in.*install Node >= 24/s,
  );
});

test('a pinned Node that was never installed is told apart from one that does not start', { skip }, () => {
  assert.match(askIn(null, '24.0.0').why, /not installed: run "npm ci" without --omit=optional/);
  assert.match(askIn('exit 3', '24.0.0').why, /does not start: it ended with exit code 3/);
});

test('a pinned Node whose loader does not exist points at the C library', { skip }, () => {
  assert.match(askIn('#!/lib64/no-such-loader\n', '24.0.0').why, /has no GNU C library/);
});

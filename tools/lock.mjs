// npm run lock: makes package-lock.json under the pinned Node, so that everyone's changes to it look the same.
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode } from './pinned-node.mjs';
import { root, runNpm } from './run-command.mjs';
import { runMain } from './set-up.mjs';
import { StepFailed, Steps } from './steps.mjs';

await runMain(async () => {
  const { path, version, pinned, why } = findNode();
  if (!pinned) throw new Error(`The lockfile is made under the pinned Node only. ${why}`);

  // Done apart from node_modules: npm would note there, too, what it has only written into the lockfile.
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-lock-'));
  try {
    const workspaces = ['packages', 'services'].flatMap((parent) =>
      readdirSync(root + parent).map((name) => `${parent}/${name}`),
    );
    const manifests = workspaces.map((workspace) => `${workspace}/package.json`);
    for (const file of ['package.json', 'package-lock.json', '.npmrc', ...manifests])
      cpSync(join(root, file), join(folder, file));

    const npm = async (/** @type {readonly string[]} */ args) => {
      const { code, output } = await runNpm([...args, '--ignore-scripts', '--prefix', folder], path);
      if (code !== 0) throw new StepFailed(`npm ${args.join(' ')} failed`, output);
    };
    const steps = new Steps(2);
    await steps.run(`Make package-lock.json under Node ${version}`, () =>
      npm(['install', '--package-lock-only']),
    );
    await steps.run('Try it (npm ci --dry-run)', () => npm(['ci', '--dry-run']));
    copyFileSync(join(folder, 'package-lock.json'), `${root}package-lock.json`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log('Now "npm ci" installs what it says; "npm test" does so by itself.');
  return 0;
});

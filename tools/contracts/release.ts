import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { buildCompute, buildPlugin } from '../artefacts.mjs';
import { root } from '../run-command.mjs';
import { contracts, namedSchemas } from './all.ts';
import { recordRelease } from './record-release.ts';
import { writeSnapshots } from './write-snapshots.ts';

// Run by `npm run release`: the artefacts first, for they may fail; the record last, for it cannot be taken back.
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
const tag = `v${version}`;
const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
if (changes !== '')
  throw new Error(`What is not committed would not be in ${tag}. Commit it or put it away:\n${changes}`);

const folder = `${root}dist/${tag}`;
await mkdir(folder, { recursive: true });
const { version: compute } = JSON.parse(await readFile(`${root}services/compute/package.json`, 'utf8'));
const trend = contracts.find(({ name }) => name === 'trend')!;
const artefacts = [
  await buildCompute(`${folder}/piaffe-compute-${compute}.mjs`),
  await buildPlugin(`${root}tools/contracts/trend-plugin.ts`, `${folder}/trend-${trend.version}.plugin.mjs`),
];
const sums = await Promise.all(
  artefacts.map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return `${hash.digest('hex')}  ${basename(file)}\n`;
  }),
);
await writeFile(`${folder}/SHA256SUMS`, sums.join(''));

await writeSnapshots(`${root}contracts`, contracts, namedSchemas);
await recordRelease(`${root}contracts`, tag, contracts);

console.log(`${tag}: ${contracts.map((contract) => `${contract.name} ${contract.version}`).join(', ')}`);
for (const file of [...artefacts, `${folder}/SHA256SUMS`]) console.log(relative(root, file));
console.log(`
What is left to do:
  git add contracts && git commit -m "Release ${tag}"
  git tag -a ${tag} -m "Piaffe ${tag}" && git push --follow-tags
and to put the files in ${relative(root, folder)} beside the tag.`);

// Checks who may need whom, in the checkout it is started in. The rules are in .dependency-cruiser.mjs.
import { existsSync, readdirSync } from 'node:fs';
import { cruise, format } from 'dependency-cruiser';
import configuration, { parts } from '../.dependency-cruiser.mjs';
import { sourceFiles } from './source-files.mjs';

const folders = ['packages', 'services', 'tools', 'benchmarks', 'acceptance'].filter((folder) =>
  existsSync(folder),
);
const { options, ...ruleSet } = configuration;
const { output } = await cruise(folders, { ...options, ruleSet, validate: true });
const result = /** @type {import('dependency-cruiser').ICruiseResult} */ (output);

const problems = [...unlistedParts(), ...unseenFiles()];
if (result.summary.violations.length > 0) {
  const report = await format(result, { outputType: 'err-long' });
  problems.push(String(report.output).trimEnd());
}
if (problems.length > 0) {
  console.error(problems.join('\n\n'));
  process.exitCode = 1;
} else {
  console.log(`${sourceFilesOnDisk().length} files, ${result.summary.totalDependenciesCruised} dependencies`);
}

function unlistedParts() {
  return ['packages', 'services']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => existsSync(`${path}/package.json`) && parts.every(({ folder }) => folder !== path))
    .map((path) => `${path} is not listed in .dependency-cruiser.mjs: say there whom it may need, and why.`);
}

/** The cruiser passes what it cannot read: without a TypeScript it knows, it would see nothing and find nothing. */
function unseenFiles() {
  const seen = new Set(result.modules.map(({ source }) => source));
  const onDisk = sourceFilesOnDisk();
  const unseen = onDisk.filter((file) => !seen.has(file));
  if (onDisk.length === 0) return ['There are no source files here: 0 modules were checked.'];
  if (unseen.length === 0) return [];
  return [
    `The boundaries of ${unseen.length} of ${onDisk.length} files were not checked, ${unseen[0]} among them. ` +
      'Is TypeScript 6 installed beside dependency-cruiser?',
  ];
}

function sourceFilesOnDisk() {
  return folders.flatMap(sourceFiles).map((file) => file.replaceAll('\\', '/'));
}

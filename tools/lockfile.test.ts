import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
const locked = Object.entries<LockedPackage>(read('package-lock.json').packages);
const fromRegistry = locked.filter(([path, { link }]) => path.includes('node_modules/') && link !== true);

test('the lockfile names no registry: any mirror serves', () => {
  const withAddress = fromRegistry.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path);
  assert.deepEqual(withAddress, []);
});

test('every locked package has a checksum', () => {
  const without = fromRegistry
    .filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
    .map(([path]) => path);
  assert.deepEqual(without, []);
});

test('the packages for every platform are locked, not only for the one it was made on', () => {
  const paths = new Set(locked.map(([path]) => path));
  const missing = fromRegistry
    .flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !paths.has(`node_modules/${name}`));
  assert.deepEqual(missing, []);
});

test('no installed package runs a script while it is installed', () => {
  const withScript = fromRegistry
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path);
  assert.deepEqual(withScript, []);
});

test('every direct dependency is one exact version', () => {
  const manifests = ['package.json', ...inFolder('packages'), ...inFolder('services')];
  for (const manifest of manifests) {
    const { dependencies, devDependencies, optionalDependencies } = read(manifest);
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      assert.match(String(version), /^(npm:[^@]+@)?\d+\.\d+\.\d+$/, `${name} in ${manifest}`);
    }
  }
});

test('the pinned Node is the same version on every platform', () => {
  const versions = new Set(Object.values(read('package.json').optionalDependencies));
  assert.equal(versions.size, 1);
});

function inFolder(folder: string): readonly string[] {
  return readdirSync(root + folder).map((name) => `${folder}/${name}/package.json`);
}

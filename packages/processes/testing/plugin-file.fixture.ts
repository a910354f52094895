import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contract, digestOf, documentOf, pluginHead } from '@piaffe/kernel';
import { trialsContract } from './trials-contract.fixture.ts';

let folder: string | null = null;
let count = 0;

/** A plugin file that says it provides `contract`, whatever `code` does. Returns its path. */
export function writePlugin(code: string, contract: Contract = trialsContract): string {
  const { name, version } = contract;
  const head = pluginHead({ name, version, digest: digestOf(contract), contract: documentOf(contract) });
  folder ??= ownFolder();
  const file = join(folder, `${name}-${count++}.mjs`);
  writeFileSync(file, `${head}${code}`);
  return file;
}

/** The trials, as a plugin. */
export const trialsPlugin = (): string =>
  writePlugin(
    `export { trials as default } from ${JSON.stringify(new URL('modules.fixture.ts', import.meta.url).href)};`,
  );

function ownFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'plugins-'));
  process.on('exit', () => rmSync(made, { recursive: true }));
  return made;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, digestOf, documentOf, pluginHead } from '@piaffe/kernel';

/** A plugin file as one that is built has it, but that it finds what it runs where that lies. */
export function writePlugin(folder: string, contract: Contract, source: string, exported: string): string {
  const file = join(folder, `${contract.name}.plugin.mjs`);
  const document = documentOf(contract);
  const { name, version } = document;
  const head = pluginHead({ name, version, digest: digestOf(contract), contract: document });
  writeFileSync(file, `${head}export { ${exported} as default } from ${JSON.stringify(source)};\n`);
  return file;
}

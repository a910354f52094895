import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Contract, digestOf, documentOf } from '@piaffe/kernel';
import type { NamedSchemas } from './components.ts';
import { openApiOf } from './open-api.ts';
import { readReleases, readSnapshot, snapshotName, tagOf } from './released.ts';

/**
 * Writes each contract as it is into the folder, and takes away versions that were never released. What was released stays
 * as it is; throws where a contract of that very version is another by now.
 *
 * @returns the names of the files that were written
 */
export async function writeSnapshots(
  folder: string,
  contracts: readonly Contract[],
  named: NamedSchemas = {},
): Promise<string[]> {
  const releases = await readReleases(folder);
  const written = [];
  for (const contract of contracts) {
    const { name, version } = contract;
    const file = join(folder, snapshotName(name, version));
    await mkdir(dirname(file), { recursive: true });
    for (const other of await readdir(dirname(file))) {
      const isKept =
        other === `${version}.json` || tagOf(releases, name, other.replace(/\.json$/, '')) !== null;
      if (!isKept) await rm(join(dirname(file), other));
    }
    const tag = tagOf(releases, name, version);
    const before = await readSnapshot(folder, name, version);
    if (before !== null && digestOf(before) === digestOf(contract) && tag !== null) continue;
    if (tag !== null)
      throw new Error(
        `The contract of ${name} is not the ${version} that ${tag} released: raise its version.`,
      );
    await writeFile(file, `${JSON.stringify(openApiOf(documentOf(contract), named), null, 2)}\n`);
    written.push(snapshotName(name, version));
  }
  return written;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contract, digestOf } from '@piaffe/kernel';
import { stepBetween } from './impact.ts';
import { contractProblems } from './problems.ts';
import { readReleases } from './released.ts';

/**
 * Writes down which contracts a release has; from then on their snapshots stay as they are. Throws where the tag is none, was
 * used, or does not come after the last one, and where something is wrong with the contracts.
 */
export async function recordRelease(
  folder: string,
  tag: string,
  contracts: readonly Contract[],
): Promise<void> {
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) throw new Error(`A release has a tag of the form vX.Y.Z, not ${tag}.`);
  const releases = await readReleases(folder);
  if (Object.hasOwn(releases, tag)) throw new Error(`${tag} was released already.`);
  const last = Object.keys(releases).at(-1);
  if (last !== undefined && stepBetween(last.slice(1), tag.slice(1)) === null)
    throw new Error(`${tag} does not come after ${last}.`);
  const problems = await contractProblems(folder, contracts);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const released = contracts.map((contract) => {
    return [contract.name, { version: contract.version, digest: digestOf(contract) }];
  });
  const all = { ...releases, [tag]: Object.fromEntries(released) };
  await writeFile(join(folder, 'releases.json'), `${JSON.stringify(all, null, 2)}\n`);
}

import { type Contract, digestOf, documentOf } from '@piaffe/kernel';
import { impactOf, stepBetween } from './impact.ts';
import {
  lastRelease,
  type Releases,
  readReleased,
  readReleases,
  readSnapshot,
  snapshotName,
} from './released.ts';

/**
 * What is wrong with the contracts beside the releases in a folder, a sentence each: a released one that was changed
 * without a new version, or with one that says too little; a snapshot that is missing or not of today.
 */
export async function contractProblems(folder: string, contracts: readonly Contract[]): Promise<string[]> {
  const releases = await readReleases(folder);
  const found = [];
  for (const [tag, modules] of Object.entries(releases)) {
    for (const [module, released] of Object.entries(modules)) {
      const problem = await readReleased(folder, module, { tag, ...released }).then(
        () => null,
        (error: Error) => error.message,
      );
      found.push(problem);
    }
  }
  for (const contract of contracts) found.push(await contractProblem(folder, releases, contract));
  return [...new Set(found.filter((problem) => problem !== null))];
}

async function contractProblem(
  folder: string,
  releases: Releases,
  contract: Contract,
): Promise<string | null> {
  const { name, version } = contract;
  const last = lastRelease(releases, name);
  if (last !== null && digestOf(contract) !== last.digest) {
    const released = await readSnapshot(folder, name, last.version);
    if (released === null) return null;
    const { impact, because } = await impactOf(released, documentOf(contract));
    const step = stepBetween(last.version, version);
    const changed = `The contract of ${name} changed since ${last.tag}: ${because}.`;
    if (step === null)
      return `${changed} It needs a new ${impact} version after ${last.version}, and is ${version}.`;
    if (step === 'patch' || (step === 'minor' && impact === 'major'))
      return `${changed} That asks for a new ${impact} version after ${last.version}; ${version} is a ${step} one.`;
  }
  const snapshot = await readSnapshot(folder, name, version);
  if (snapshot === null || digestOf(snapshot) !== digestOf(contract))
    return `${snapshotName(name, version)} does not show the contract of ${name} as it is: run "npm run contracts".`;
  return null;
}

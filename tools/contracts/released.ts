import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContractDocument, digestOf } from '@piaffe/kernel';
import { documentFrom } from './open-api.ts';

/** What contracts/releases.json holds: the contracts of each release, by its tag, the oldest first. */
export type Releases = Readonly<Record<string, Readonly<Record<string, ReleasedContract>>>>;

export interface ReleasedContract {
  readonly version: string;
  readonly digest: string;
}

/** A module's contract as it was in the last release that had it. */
export interface LastRelease extends ReleasedContract {
  readonly tag: string;
}

/** The releases so far; none where the file is not there yet. */
export async function readReleases(folder: string): Promise<Releases> {
  return (await readIfThere(join(folder, 'releases.json'))) ?? {};
}

export function lastRelease(releases: Releases, module: string): LastRelease | null {
  const all = Object.entries(releases).filter(([, modules]) => Object.hasOwn(modules, module));
  const last = all.at(-1);
  return last === undefined ? null : { tag: last[0], ...last[1][module]! };
}

/** The tag of the first release that had this version of a module; null where none has it. */
export function tagOf(releases: Releases, module: string, version: string): string | null {
  return Object.keys(releases).find((tag) => releases[tag]![module]?.version === version) ?? null;
}

export function snapshotName(module: string, version: string): string {
  return `${module}/${version}.json`;
}

/** The snapshot of one version of a module; null where there is none. */
export async function readSnapshot(folder: string, module: string, version: string) {
  const openApi = await readIfThere(join(folder, snapshotName(module, version)));
  return openApi === null ? null : documentFrom(openApi);
}

/** The snapshot of what was released. Throws where it is gone or was changed since. */
export async function readReleased(
  folder: string,
  module: string,
  { tag, version, digest }: LastRelease,
): Promise<ContractDocument> {
  const document = await readSnapshot(folder, module, version);
  if (document === null || digestOf(document) !== digest)
    throw new Error(`${snapshotName(module, version)} is not what was released in ${tag}: bring it back.`);
  return document;
}

async function readIfThere(path: string) {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? JSON.parse(await readFile(path, 'utf8')) : null;
}

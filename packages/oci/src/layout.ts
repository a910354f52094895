import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packTar } from 'modern-tar';
import { type Descriptor, digestOf, jsonBytes, mediaTypes } from './descriptor.ts';
import { type Image, neededBy } from './image.ts';

const referenceName = 'org.opencontainers.image.ref.name';

/** The files of an image as OCI lays them out in a folder, by their paths; `tag` names it there. */
export function layoutFiles({ manifest, blobs }: Image, tag: string): ReadonlyMap<string, Uint8Array> {
  const index = {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: [{ ...manifest, annotations: { [referenceName]: tag } }],
  };
  return new Map([
    ['oci-layout', jsonBytes({ imageLayoutVersion: '1.0.0' })],
    ['index.json', jsonBytes(index)],
    ...[...blobs]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([digest, bytes]) => [pathOf(digest), bytes] as const),
  ]);
}

/** The whole folder or the one that was there. */
export async function writeLayout(image: Image, tag: string, folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  await mkdir(join(fresh, 'blobs/sha256'), { recursive: true });
  for (const [path, bytes] of layoutFiles(image, tag)) await writeFile(join(fresh, path), bytes);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

/** The same as one file, which Docker, podman and skopeo load. */
export async function packLayout(image: Image, tag: string): Promise<Uint8Array> {
  return packTar(
    [...layoutFiles(image, tag)].map(([name, bytes]) => ({
      header: { name, size: bytes.length, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 },
      body: bytes,
    })),
  );
}

/** Reads the only image of a folder, and holds every blob to its digest. Throws in words for whoever made it. */
export async function readLayout(folder: string): Promise<Image> {
  const { manifests } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    manifests: readonly Descriptor[];
  };
  const [described, ...others] = manifests;
  if (described === undefined || others.length > 0) throw new Error(`${folder} has not just one image.`);
  const { annotations: _, ...manifest } = described;
  const blobs = new Map<string, Uint8Array>();
  const add = async ({ digest }: Descriptor) => {
    const bytes = await readFile(join(folder, pathOf(digest)));
    if (digestOf(bytes) !== digest)
      throw new Error(`${join(folder, pathOf(digest))} is damaged: make it again.`);
    blobs.set(digest, bytes);
    return bytes;
  };
  for (const each of neededBy(await add(manifest))) await add(each);
  return { manifest, blobs };
}

const pathOf = (digest: string) => `blobs/${digest.replace(':', '/')}`;

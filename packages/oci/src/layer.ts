import { promisify } from 'node:util';
import { constants, gzip, zstdCompressSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { type Descriptor, describe, digestOf, mediaTypes } from './descriptor.ts';

/** Something in the root file system of an image. */
export interface LayerEntry {
  /** Without a slash before it: `usr/bin/piaffe`. */
  readonly path: string;
  /** Its bytes; null for a folder. */
  readonly bytes: Uint8Array | null;
  /** Permissions, such as 0o755. */
  readonly mode: number;
  /** Of its owner, user and group; else root. */
  readonly owner?: number;
}

export type Compression = 'zstd' | 'gzip';

export interface Layer {
  readonly descriptor: Descriptor;
  /** The digest of the tar before it was compressed. */
  readonly diffId: string;
  readonly bytes: Buffer;
}

const compressors = {
  // The bytes are the same for any number of threads from 1 on. With threads, what is not `Sync` cuts the end off (Node 26.10).
  zstd: (tar: Uint8Array) =>
    zstdCompressSync(tar, {
      params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_nbWorkers]: 2 },
    }),
  gzip: (tar: Uint8Array) => promisify(gzip)(tar, { level: 6 }),
};

/** Packs entries in the order of their paths, without times and names of users: the same entries give the same bytes. */
export async function packLayer(entries: readonly LayerEntry[], compression: Compression): Promise<Layer> {
  const sorted = [...entries].sort((one, other) => (one.path < other.path ? -1 : 1));
  const tar = await packTar(
    sorted.map(({ path, bytes, mode, owner = 0 }) => ({
      header: {
        name: bytes === null ? `${path}/` : path,
        type: bytes === null ? ('directory' as const) : ('file' as const),
        size: bytes?.length ?? 0,
        mtime: new Date(0),
        mode,
        uid: owner,
        gid: owner,
      },
      ...(bytes === null ? {} : { body: bytes }),
    })),
  );
  const bytes = await compressors[compression](tar);
  return { descriptor: describe(bytes, mediaTypes[compression]), diffId: digestOf(tar), bytes };
}

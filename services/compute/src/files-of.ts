import { BlobNotFound, readBlobs } from '@piaffe/storage';
import type { Surroundings } from './modules.ts';

type Files = Surroundings['files'];

/** Where the files lie that a reference, their SHA-256, may mean: what was sent here, and the data folder of a server. */
export interface Places {
  readonly scratchFolder: string;
  readonly dataFolder: string | null;
}

/** The files of all places, as aggregation reads them; what is in several is the same in each. */
export function filesOf({ scratchFolder, dataFolder }: Places): Files {
  const places = [scratchFolder, dataFolder].filter((folder) => folder !== null).map(readBlobs);
  return {
    async size(sha256) {
      for (const place of places) {
        const size = await place.size(sha256);
        if (size !== null) return size;
      }
      return null;
    },
    async *open(sha256) {
      for (const place of places) {
        if ((await place.size(sha256)) !== null) return yield* place.open(sha256);
      }
      throw new BlobNotFound(sha256);
    },
  };
}

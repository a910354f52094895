import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file that is there for as long as it is held. */
export interface Held extends AsyncDisposable {
  readonly sha256: string;
  readonly bytes: number;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** The files at work take all the room there is. */
export class ScratchFull extends Error {
  override readonly name = 'ScratchFull';
}

/** Whether a reception failed for the file's own sake, so that another one may still be taken in. */
export function isAboutOneFile(error: unknown): error is Error {
  if (error instanceof FileTooLarge || error instanceof ScratchFull) return true;
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

interface Reception {
  readonly maxBytes: number;
  /** Whether it stays when nobody holds it any more, for as long as there is room. */
  readonly keep?: boolean;
  /** Looked at once the bytes are there; what it throws is thrown, and the file is gone. */
  check?: ((sha256: string) => void) | undefined;
}

interface File {
  readonly bytes: number;
  holders: number;
  keep: boolean;
}

/**
 * A folder of its own for what is sent to be worked on, under `blobs` by SHA-256 as in a data folder. It is gone with the
 * service: nothing in it is promised to last. What is kept is let go when room is needed, the longest unused first.
 */
export class Scratch implements AsyncDisposable {
  readonly folder: string;
  readonly #maxBytes: number;
  /** In the order of their last use. */
  readonly #files = new Map<string, File>();
  #bytes = 0;

  private constructor(folder: string, maxBytes: number) {
    this.folder = folder;
    this.#maxBytes = maxBytes;
  }

  static async create(maxBytes: number): Promise<Scratch> {
    const folder = await mkdtemp(join(tmpdir(), 'piaffe-compute-'));
    await mkdir(join(folder, 'incoming'), { mode: 0o700 });
    return new Scratch(folder, maxBytes);
  }

  has(sha256: string): boolean {
    return this.#files.has(sha256);
  }

  /** Takes a file in as it comes. */
  async receive(
    chunks: AsyncIterable<Uint8Array>,
    { maxBytes, keep = false, check }: Reception,
  ): Promise<Held> {
    const temporary = join(this.folder, 'incoming', randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const chunk of chunks) {
          if (bytes + chunk.byteLength > maxBytes) throw new FileTooLarge();
          await this.#makeRoom(chunk.byteLength);
          bytes += chunk.byteLength;
          this.#bytes += chunk.byteLength;
          hash.update(chunk);
          await file.writeFile(chunk);
        }
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      check?.(sha256);
      return this.#enter(sha256, temporary, bytes, keep);
    } catch (error) {
      this.#bytes -= bytes;
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Holds a file that is there. */
  hold(sha256: string): Held | null {
    const file = this.#files.get(sha256);
    if (file === undefined) return null;
    this.#files.delete(sha256);
    this.#files.set(sha256, file);
    file.holders += 1;
    let held = true;
    return {
      sha256,
      bytes: file.bytes,
      [Symbol.asyncDispose]: async () => {
        if (!held) return;
        held = false;
        file.holders -= 1;
        if (file.holders === 0 && !file.keep) await this.#remove(sha256);
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** In one go, as nothing may be removed between the file and its entry. */
  #enter(sha256: string, temporary: string, bytes: number, keep: boolean): Held {
    const path = this.#pathOf(sha256);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    renameSync(temporary, path);
    const there = this.#files.get(sha256);
    if (there === undefined) this.#files.set(sha256, { bytes, holders: 0, keep });
    else {
      this.#bytes -= bytes;
      there.keep ||= keep;
    }
    return this.hold(sha256)!;
  }

  async #makeRoom(bytes: number): Promise<void> {
    for (const [sha256, { holders }] of this.#files) {
      if (this.#bytes + bytes <= this.#maxBytes) return;
      if (holders === 0) await this.#remove(sha256);
    }
    if (this.#bytes + bytes > this.#maxBytes) throw new ScratchFull();
  }

  async #remove(sha256: string): Promise<void> {
    const file = this.#files.get(sha256);
    if (file === undefined) return;
    const gone = join(this.folder, 'incoming', randomUUID());
    renameSync(this.#pathOf(sha256), gone);
    this.#files.delete(sha256);
    await rm(gone, { force: true });
    this.#bytes -= file.bytes;
  }

  #pathOf(sha256: string): string {
    return join(this.folder, 'blobs', sha256.slice(0, 2), sha256);
  }
}

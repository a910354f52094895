import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/**
 * Writes text to a file that appears whole or not at all: beside it first, then renamed over it. Rejects with the system's
 * error, or with the signal's reason. `mode` is the right to it of a file that is new.
 */
export async function writeFileWhole(
  path: string,
  text: Iterable<string>,
  signal: AbortSignal,
  mode = 0o666,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  const stream = createWriteStream(unfinished, { mode });
  try {
    const done = finished(stream);
    done.catch(() => {});
    for (const part of text) {
      signal.throwIfAborted();
      if (!stream.write(part)) await Promise.race([once(stream, 'drain'), done]);
      // A signal is only heard between turns of the event loop.
      await setImmediate();
    }
    stream.end();
    await done;
    await rename(unfinished, path);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

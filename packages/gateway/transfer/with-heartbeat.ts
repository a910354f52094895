import { setTimeout } from 'node:timers/promises';

/** The same, with `beat` in between whenever nothing came for so many seconds. */
export async function* withHeartbeat(
  source: AsyncGenerator<string>,
  beat: string,
  seconds: number,
): AsyncGenerator<string> {
  try {
    let next = source.next();
    for (;;) {
      const timer = new AbortController();
      const tick = setTimeout(seconds * 1000, null, { signal: timer.signal }).catch(() => null);
      const first = await Promise.race([next, tick]);
      timer.abort();
      if (first === null) {
        yield beat;
        continue;
      }
      if (first.done) return;
      yield first.value;
      next = source.next();
    }
  } finally {
    await source.return(undefined);
  }
}

/** The same items. Once the signal is aborted it throws its reason, even while the source gives nothing. */
export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  signal.throwIfAborted();
  const source = items[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  // It may be aborted while nobody waits for the next item.
  aborted.promise.catch(() => {});
  signal.addEventListener('abort', abort, { once: true });
  let ended = false;
  try {
    for (;;) {
      const next = await Promise.race([source.next(), aborted.promise]);
      ended = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // A source that gives nothing may not end either: it is told to, and not waited for.
    if (!ended) source.return?.().catch(() => {});
  }
}

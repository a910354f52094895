import { ApiProblem, problemIn, unreachable } from './api-problem.ts';
import { eventStream } from './event-stream.ts';
import type { SessionEvent } from './types.ts';

export interface FollowOptions {
  /** The session to follow; all of one's own when it is left out. */
  readonly session?: string;
  /** The id of the last event seen; without it, the stream begins with the present state. */
  readonly after?: string;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
}

type Open = (path: string, init: RequestInit) => Promise<Response>;

/** The server sends a heartbeat every 15 s; a stream that is silent for longer is broken, whatever TCP believes. */
const silenceSeconds = 40;
const firstWaitSeconds = 1;
const longestWaitSeconds = 30;

/**
 * What happens to sessions, as it happens. A stream that breaks is taken up again behind the last event, for as long as it
 * takes; what asking again cannot mend (not signed in, no such session) is thrown as an ApiProblem.
 */
export async function* followEvents(
  open: Open,
  { session, after, signal = new AbortController().signal }: FollowOptions = {},
): AsyncGenerator<SessionEvent, void, void> {
  const path = session === undefined ? '/events' : `/sessions/${encodeURIComponent(session)}/events`;
  let last = after;
  let failures = 0;
  while (!signal.aborted) {
    const silence = new AbortController();
    const timer = wakeable(silenceSeconds, () => silence.abort());
    let retryAfter: number | null = null;
    try {
      const response = await open(path, {
        headers: { accept: 'text/event-stream', ...(last === undefined ? {} : { 'last-event-id': last }) },
        cache: 'no-store',
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (!response.ok || response.body === null) {
        throw problemIn(response.status, await response.text(), (name) => response.headers.get(name));
      }
      failures = 0;
      for await (const event of eventStream(pieces(response.body, timer.wake))) {
        last = event.id ?? last;
        yield JSON.parse(event.data) as SessionEvent;
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof ApiProblem ? error : unreachable(error);
      if (!mayMendItself(problem)) throw problem;
      retryAfter = problem.retryAfter;
      failures += 1;
    } finally {
      timer.stop();
      silence.abort();
    }
    await sleep(
      retryAfter ?? Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.max(0, failures - 1)),
      signal,
    );
  }
}

function mayMendItself({ status }: ApiProblem): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

async function* pieces(body: ReadableStream<Uint8Array>, onPiece: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onPiece();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Calls back once nothing has woken it for so many seconds. */
function wakeable(seconds: number, onSilence: () => void) {
  let timer = setTimeout(onSilence, seconds * 1000);
  return {
    wake: () => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, seconds * 1000);
    },
    stop: () => clearTimeout(timer),
  };
}

function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end);
  });
}

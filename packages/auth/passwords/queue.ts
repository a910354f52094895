import { Failure } from '@piaffe/kernel';

const atOnce = 2;
const mayWait = 16;

/** Runs few things at once and lets few wait; whoever comes on top of that fails at once as `busy`. */
export interface Queue {
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/**
 * For the checking of passwords. Two at once leave half of Node's four pool threads to files, and take 40 MB at most.
 * Somebody whose call is aborted gives up the place.
 */
export function createQueue(): Queue {
  let running = 0;
  const waiting = new Set<() => void>();

  const turn = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < atOnce) {
      running++;
      return Promise.resolve();
    }
    if (waiting.size >= mayWait) throw busy();
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  };

  /** Hands the place on, so that nobody slips in between. */
  const handOn = () => {
    const [next] = waiting;
    if (next === undefined) {
      running--;
    } else {
      waiting.delete(next);
      next();
    }
  };

  return {
    async run(work, signal) {
      await turn(signal);
      try {
        return await work();
      } finally {
        handOn();
      }
    },
  };
}

function busy(): Failure {
  return new Failure('busy', {
    detail: 'Too many people are signing in at this moment. Try again in a few seconds.',
    retryAfter: 2,
  });
}

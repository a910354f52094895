import type { Worker } from 'node:worker_threads';

/** How long a thread that is at work may go on when it is to end. */
const graceMs = 1_000;

export interface ThreadEnd {
  /** Whether its modules were created. */
  readonly wasUp: boolean;
  /** What nobody caught. */
  readonly error: Error | null;
  readonly problem: string;
  readonly cause: 'crashed' | 'exhausted';
}

/** One thread, from its start to its end. All it says to who started it is that it is ready. */
export class Thread {
  /** Resolves when its modules are created; stays pending when it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<ThreadEnd>;
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
    let wasUp = false;
    let error: (Error & { code?: string }) | null = null;
    this.ready = new Promise((resolve) => {
      worker.once('message', () => {
        wasUp = true;
        resolve();
      });
    });
    worker.on('error', (thrown: Error) => {
      error = thrown;
    });
    this.ended = new Promise((resolve) => {
      worker.on('exit', (code) => {
        const cause = error?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'exhausted' : 'crashed';
        resolve({ wasUp, error, problem: error?.message ?? `it ended with code ${code}`, cause });
      });
    });
  }

  /** Asks it to end its modules and itself. */
  stop(): void {
    this.#worker.postMessage('stop');
    const timer = setTimeout(() => this.end(), graceMs);
    this.ended.then(() => clearTimeout(timer));
  }

  end(): void {
    void this.#worker.terminate();
  }
}

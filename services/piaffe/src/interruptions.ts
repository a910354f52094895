/** Nobody reads the output any more, as with `| head`: no reason to complain, and none to go on. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** The user, or the system, asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly by: 'SIGINT' | 'SIGTERM';

  constructor(by: 'SIGINT' | 'SIGTERM') {
    super(`interrupted by ${by}`);
    this.by = by;
  }
}

const millisecondsToEnd = 200;

/**
 * A signal that is aborted with `Interrupted` or `OutputClosed`; disposing of it restores the process. An interrupted
 * process that then does not end of itself is ended: the system may be waiting for a pipe that nobody writes to, and not
 * even `process.exit` gets past that.
 */
export function followInterruptions(process: NodeJS.Process): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const interrupt = (by: 'SIGINT' | 'SIGTERM') => controller.abort(new Interrupted(by));
  const closed = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    controller.abort(new OutputClosed('the output was closed'));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  process.stdout.on('error', closed);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      const { reason } = controller.signal;
      if (reason instanceof Interrupted) {
        setTimeout(() => process.kill(process.pid, reason.by), millisecondsToEnd).unref();
      }
    },
  };
}

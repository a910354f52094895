/** Nobody reads the output any more, as with `| head`: no reason to complain, and none to go on. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** The user, or the system, asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A signal that is aborted with `Interrupted` or `OutputClosed`; disposing of it restores the process. */
export function followInterruptions(process: NodeJS.Process): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted('interrupted'));
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
    },
  };
}

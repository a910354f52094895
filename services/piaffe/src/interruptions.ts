import { exitCodes } from './exit-codes.ts';

/** Nobody reads the output any more, as with `| head`: no reason to complain, and none to go on. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
type InterruptingSignal = (typeof signals)[number];

/** The user, or the system, asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly by: InterruptingSignal;

  constructor(by: InterruptingSignal) {
    super(`interrupted by ${by}`);
    this.by = by;
  }
}

const millisecondsToEnd = 200;
/** One Ctrl-C comes several times: from the terminal to everyone, and from npm to what it runs. */
const millisecondsOfEcho = 1000;

/**
 * A signal that is aborted with `Interrupted` or `OutputClosed`; disposing of it restores the process. Whoever asks a
 * second time means at once. An interrupted process that then does not end of itself is ended: the system may be waiting
 * for a pipe that nobody writes to, and not even `process.exit` gets past that.
 */
export function followInterruptions(process: NodeJS.Process): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  let firstAt: number | null = null;
  const interrupt = (by: InterruptingSignal) => {
    firstAt ??= performance.now();
    if (performance.now() - firstAt > millisecondsOfEcho) endAtOnce(by);
    controller.abort(new Interrupted(by));
  };
  const endAtOnce = (by: InterruptingSignal) => {
    unfollow();
    process.kill(process.pid, by);
  };
  const unfollow = () => {
    for (const name of signals) process.off(name, interrupt);
  };
  const closed = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    controller.abort(new OutputClosed('the output was closed'));
  };
  for (const name of signals) process.on(name, interrupt);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', closed);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      unfollow();
      const { reason } = controller.signal;
      if (reason instanceof Interrupted) setTimeout(() => end(process, reason.by), millisecondsToEnd).unref();
    },
  };
}

/** A command that came to its end all the same is left with its exit code. */
function end(process: NodeJS.Process, by: InterruptingSignal): void {
  if (process.exitCode === exitCodes.allWell) process.exit();
  process.kill(process.pid, by);
}

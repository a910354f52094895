import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { ChildOrder, FromChild, ToChild } from './messages.ts';

/** How a child ended: in words, and what that means for the calls it was at work on. */
export interface Ending {
  readonly problem: string;
  readonly cause: 'crashed' | 'exhausted';
}

interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly order: ChildOrder;
  onOutput(stream: 'stdout' | 'stderr', line: string): void;
}

const beatEveryMs = 1_000;
/** So many beats unanswered, one after the other, and the child hangs. They are counted, as the host may sleep too. */
const beatsMissed = 5;
const startWithinMs = 30_000;
const lastWordsMs = 500;
const longestLine = 16_384;

/** What V8 and the C++ library print as they abort for want of memory. */
const outOfMemory = /^FATAL ERROR:.*out of memory|^# Fatal .*out of memory|std::bad_alloc/i;

/** One child process, from its start to its end. */
export class Child {
  readonly socketPath: string;
  /** Resolves when it serves; stays pending when it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<Ending>;
  readonly #process: ChildProcess;
  #timer: NodeJS.Timeout;
  #missed = 0;
  #killedBecause: string | null = null;
  #outOfMemory = false;

  constructor({ command, args, env, order, onOutput }: ChildOptions) {
    this.socketPath = order.socketPath;
    this.#process = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#timer = setTimeout(() => this.kill('it was not ready in time'), startWithinMs);

    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<Ending>();
    this.ready = ready.promise;
    this.ended = ended.promise;
    this.#process.on('error', (error) => {
      if (this.pid === null) this.#end(ended, `it does not start: ${error.message}`);
    });
    this.#process.on('close', (code, signal) => this.#end(ended, inWords(code, signal)));
    // What the child has started may keep its streams open for longer than it lives.
    this.#process.on('exit', (code, signal) => {
      setTimeout(() => this.#end(ended, inWords(code, signal)), lastWordsMs).unref();
    });
    // Where the system has no more processes or files to give, there are no streams either.
    if (this.#process.stdout !== null) eachLine(this.#process.stdout, (line) => onOutput('stdout', line));
    if (this.#process.stderr !== null) {
      eachLine(this.#process.stderr, (line) => {
        this.#outOfMemory ||= outOfMemory.test(line);
        onOutput('stderr', line);
      });
    }
    this.#process.on('message', (message: FromChild) => {
      this.#missed = 0;
      if (message.kind !== 'ready') return;
      clearTimeout(this.#timer);
      this.#timer = setInterval(() => this.#beat(), beatEveryMs);
      ready.resolve();
    });
    this.#tell({ kind: 'order', order });
  }

  /** Null when it could not be started at all. */
  get pid(): number | null {
    return this.#process.pid ?? null;
  }

  /** Asks it to end its modules and itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#tell({ kind: 'stop' });
  }

  kill(because: string): void {
    this.#killedBecause ??= because;
    this.#process.kill('SIGKILL');
  }

  #beat(): void {
    if (this.#missed === beatsMissed) this.kill(`it did not answer for ${beatsMissed} s`);
    this.#missed += 1;
    this.#tell({ kind: 'beat' });
  }

  #tell(message: ToChild): void {
    // One that has just gone is not told; its end is heard by itself.
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  #end(ended: PromiseWithResolvers<Ending>, words: string): void {
    clearTimeout(this.#timer);
    ended.resolve({
      problem: this.#killedBecause ?? (this.#outOfMemory ? `it ran out of memory: ${words}` : words),
      cause: this.#outOfMemory ? 'exhausted' : 'crashed',
    });
  }
}

function inWords(code: number | null, signal: string | null): string {
  return signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
}

/** Lines as they come. One that never ends is told in pieces. */
function eachLine(stream: Readable, tell: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) tell(line);
    if (rest.length > longestLine) {
      tell(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') tell(rest);
  });
}

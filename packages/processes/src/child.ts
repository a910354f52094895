import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { AskedThread } from './asked-thread.ts';
import { overSocket } from './channel.ts';
import { eachLine } from './each-line.ts';
import { type ChildOrder, type FromChild, type ToChild, threadSocketPath } from './messages.ts';
import type { Program } from './program.ts';
import type { Output, Standing } from './standing.ts';
import type { LostFor } from './worker.ts';
import { Workers } from './workers.ts';

const beatEveryMs = 1_000;
/** So many beats unanswered, one after the other, and the child hangs. They are counted, as the host may sleep too. */
const beatsMissed = 5;
const lastWordsMs = 500;
const longestLine = 16_384;

/** What V8 and the C++ library print as they abort for want of memory. */
const outOfMemory = /^FATAL ERROR:.*out of memory|^# Fatal .*out of memory|std::bad_alloc/i;

/** One child process, from its start to its end. */
export class Child implements Standing {
  readonly workers: Workers;
  readonly #order: ChildOrder;
  readonly #process: ChildProcess;
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<string>();
  readonly #threads = new Map<number, AskedThread>();
  #beats: NodeJS.Timeout | undefined;
  #missed = 0;
  #isReady = false;
  #stopping = false;
  #problem: string | null = null;
  #outOfMemory = false;

  constructor({ command, args, env }: Program, order: ChildOrder, output: Output) {
    this.#order = order;
    this.workers = new Workers(order.workers);
    this.#process = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#process.on('error', (error) => {
      if (this.pid === null) this.#end(`it does not start: ${error.message}`);
    });
    this.#process.on('close', (code, signal) => this.#end(inWords(code, signal)));
    // What the child has started may keep its streams open for longer than it lives.
    this.#process.on('exit', (code, signal) => {
      setTimeout(() => this.#end(inWords(code, signal)), lastWordsMs).unref();
    });
    // Where the system has no more processes or files to give, there are no streams either.
    if (this.#process.stdout !== null)
      eachLine(this.#process.stdout, (line) => output('stdout', line), longestLine);
    if (this.#process.stderr !== null) {
      const hear = (line: string) => {
        this.#outOfMemory ||= outOfMemory.test(line);
        output('stderr', line);
      };
      eachLine(this.#process.stderr, hear, longestLine);
    }
    this.#process.on('message', (message: FromChild) => this.#hear(message));
    this.#tell({ kind: 'order', order });
  }

  get pid(): number | null {
    return this.#process.pid ?? null;
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get ended(): Promise<string> {
    return this.#ended.promise;
  }

  stop(): void {
    clearInterval(this.#beats);
    this.#stopping = true;
    this.#tell({ kind: 'stop' });
  }

  kill(because: string): void {
    this.#problem ??= because;
    this.#process.kill('SIGKILL');
  }

  #hear(message: FromChild): void {
    this.#missed = 0;
    if (message.kind === 'failed') this.#problem ??= message.problem;
    else if (message.kind === 'up') this.#add(message.thread);
    else if (message.kind === 'ended' && this.#lose(message.thread, message.cause) && !this.#stopping)
      // No call made it end: that is not to be tried for ever.
      this.kill('a thread of it ended without a call');
  }

  #add(thread: number): void {
    const socket = connect(threadSocketPath(this.#order, thread));
    const worker = new AskedThread(overSocket(socket), () => this.#tell({ kind: 'end', thread }));
    this.#threads.set(thread, worker);
    this.workers.add(worker);
    if (this.#isReady || this.#threads.size < this.#order.workers) return;
    this.#isReady = true;
    this.#beats = setInterval(() => this.#beat(), beatEveryMs);
    this.#ready.resolve();
  }

  /** Whether it was not at work. */
  #lose(thread: number, cause: LostFor): boolean {
    const worker = this.#threads.get(thread);
    if (worker === undefined) return false;
    this.#threads.delete(thread);
    const wasFree = this.workers.remove(worker);
    worker.lose(this.#stopping ? 'down' : cause);
    return wasFree;
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

  #end(words: string): void {
    clearInterval(this.#beats);
    const cause = this.#outOfMemory ? 'exhausted' : 'crashed';
    for (const thread of [...this.#threads.keys()]) this.#lose(thread, cause);
    this.workers.close();
    this.#ended.resolve(this.#problem ?? (this.#outOfMemory ? `it ran out of memory: ${words}` : words));
  }
}

function inWords(code: number | null, signal: string | null): string {
  return signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Fault } from '@piaffe/kernel';
import type { Program } from '@piaffe/processes';
import type { FaultOrder } from '../serve/faults-by-parent.ts';

const linesKept = 20;
const endsWithinMs = 5_000;

/** A process of a system that is drilled; it can be killed, stopped and started again with the same words. */
export class Launched implements AsyncDisposable {
  readonly #program: Program;
  #child!: ChildProcess;
  #url = '';
  readonly #children = new Map<string, number>();

  private constructor(program: Program) {
    this.#program = program;
  }

  /** Resolves once it serves. */
  static async start(program: Program): Promise<Launched> {
    const launched = new Launched(program);
    await launched.start();
    return launched;
  }

  get url(): string {
    return this.#url;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  async start(): Promise<void> {
    const { command, args, env } = this.#program;
    const withOrders = args.includes('--drill');
    const child = spawn(command, [...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', ...(withOrders ? (['ipc'] as const) : [])],
    });
    this.#child = child;
    const last: string[] = [];
    const keep = (line: string) => {
      last.push(line);
      if (last.length > linesKept) last.shift();
    };
    createInterface(child.stderr!).on('line', keep);
    this.#url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout!).on('line', (line) => {
        if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
        else {
          keep(line);
          this.#hear(line);
        }
      });
      child.once('close', () => reject(new Error(`${args.slice(1).join(' ')} ended:\n${last.join('\n')}`)));
      child.once('error', reject);
    });
  }

  signal(signal: NodeJS.Signals): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill(signal);
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }

  /** Resolves once the fault holds, or is over. */
  async order(module: string, fault: Fault | null): Promise<void> {
    const heard = once(this.#child, 'message');
    this.#child.send({ module, fault } satisfies FaultOrder);
    await heard;
  }

  /** The process of that name in its plan, which it started last; null where there was none. */
  childOf(name: string): number | null {
    return this.#children.get(name) ?? null;
  }

  /** Its log tells of each process that it starts. */
  #hear(line: string): void {
    if (!line.includes('"kind":"starting"')) return;
    const { process, pid } = JSON.parse(line) as { readonly process: string; readonly pid: number };
    this.#children.set(process, pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), endsWithinMs);
    const closed =
      this.#child.exitCode === null && this.#child.signalCode === null ? once(this.#child, 'close') : null;
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    await closed;
    clearTimeout(late);
  }
}

import { currentContext } from '@piaffe/kernel';
import { contextHeaders, type PerformedCall } from '@piaffe/kernel/shape';
import { decodeLine, type EndLine } from '@piaffe/wire';
import type { Channel } from './channel.ts';
import { abort, idle, type ThreadCall } from './messages.ts';
import type { LostFor, Worker } from './worker.ts';

interface Work {
  readonly call: PerformedCall;
  readonly answer: PromiseWithResolvers<EndLine | null>;
}

/** A thread that is asked over a channel of its own: nothing lies between. */
export class AskedThread implements Worker {
  readonly end: (because: string) => void;
  readonly #channel: Channel;
  readonly #lost = Promise.withResolvers<LostFor>();
  #work: Work | null = null;
  #onIdle: (() => void) | null = null;
  #isClosed = false;

  constructor(channel: Channel, end: (because: string) => void) {
    this.end = end;
    this.#channel = channel;
    channel.listen(
      (text) => this.#hear(text),
      () => {
        this.#isClosed = true;
        this.#settle(null);
      },
    );
  }

  get lost(): Promise<LostFor> {
    return this.#lost.promise;
  }

  ask(path: string, input: unknown, call: PerformedCall): Promise<EndLine | null> {
    const { signal, deadline } = call;
    if (signal.aborted) return Promise.reject(signal.reason);
    const answer = Promise.withResolvers<EndLine | null>();
    const work = { call, answer };
    this.#work = work;
    const { traceparent, tracestate } = contextHeaders();
    const { principal } = currentContext();
    const asked: ThreadCall = {
      path,
      input,
      deadline: deadline?.getTime(),
      principal,
      traceparent,
      tracestate,
    };
    this.#channel.send(JSON.stringify(asked));
    if (this.#isClosed) this.#settle(null);
    const leave = () => {
      if (this.#work !== work) return;
      this.#work = null;
      this.#channel.send(abort);
      answer.reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    return answer.promise;
  }

  idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onIdle = resolve;
    this.#channel.send(idle);
    return promise;
  }

  /** It has gone. */
  lose(cause: LostFor): void {
    this.#lost.resolve(cause);
  }

  #hear(text: string): void {
    if (text === idle) this.#onIdle?.();
    if (this.#work === null) return;
    try {
      const line = decodeLine(text);
      if (line.kind === 'progress') this.#work.call.onProgress(line.progress);
      else if (line.kind !== 'started') this.#settle(line);
    } catch (error) {
      this.#work.answer.reject(error);
      this.#work = null;
    }
  }

  #settle(end: EndLine | null): void {
    this.#work?.answer.resolve(end);
    this.#work = null;
  }
}

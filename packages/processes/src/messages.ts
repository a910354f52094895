import type { MessagePort } from 'node:worker_threads';

/** What a thread is started with: what it has to create, where the other modules are asked, and where it is asked. */
export interface ThreadOrder {
  readonly modules: readonly string[];
  /** The file that holds the module; null where the program does. */
  readonly plugin: string | null;
  readonly hostSocketPath: string;
  /** A socket that it makes, or, in a thread of the host, a port. */
  readonly asked: string | MessagePort;
}

/** What a child is started with: how many such threads, with how many MB in all, and of heap each. */
export interface ChildOrder extends Omit<ThreadOrder, 'asked'> {
  readonly socketPath: string;
  readonly workers: number;
  readonly dataLimitMb: number;
  readonly workerHeapMb: number;
}

/** Where a thread of a child is asked. Threads are numbered from 0, and no number is given twice. */
export const threadSocketPath = ({ socketPath }: ChildOrder, thread: number): string =>
  `${socketPath}.${thread}`;

/** What a host says to a child. A `beat` asks for one in return; `end` is for a thread that is of no more use. */
export type ToChild =
  | { readonly kind: 'order'; readonly order: ChildOrder }
  | { readonly kind: 'end'; readonly thread: number }
  | { readonly kind: 'beat' | 'stop' };

/** What a child says to its host. Threads that ended are replaced; after `failed` the child ends itself. */
export type FromChild =
  | { readonly kind: 'beat' }
  | { readonly kind: 'up'; readonly thread: number }
  | { readonly kind: 'ended'; readonly thread: number; readonly cause: 'crashed' | 'exhausted' }
  | { readonly kind: 'failed'; readonly problem: string };

/** A call as a thread is asked for it. `path` is `/<module>/<operation>`, `deadline` milliseconds since 1970. */
export interface ThreadCall {
  readonly path: string;
  readonly input: unknown;
  readonly deadline: number | undefined;
  readonly principal: string | null;
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
}

/** A host asks a thread for a call, as JSON, or says one of these; it gets the lines of an answer, or hears `idle`. */
export const abort = 'abort';
/** Asked for by a host, and said once nothing of a call goes on any longer. */
export const idle = 'idle';

import type { Edge } from '@piaffe/kernel/shape';

/** What a thread is started with: what it has to create, where the other modules are asked, and where it serves. */
export interface ThreadOrder {
  readonly modules: readonly string[];
  /** The file that holds the module; null where the program does. */
  readonly plugin: string | null;
  readonly hostSocketPath: string;
  /** Null for one that is asked by messages: a thread of the host. */
  readonly socketPath: string | null;
}

/** What a child is started with: how many such threads, each with how many MB of heap. */
export interface ChildOrder extends ThreadOrder {
  readonly socketPath: string;
  readonly workers: number;
  readonly workerHeapMb: number;
}

/** Where a thread of a child serves. Threads are numbered from 0, and no number is given twice. */
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

/** A call as it is sent to a thread of the host. `input` is JSON, empty for none. */
export interface ThreadCall {
  readonly module: string;
  readonly operation: string;
  readonly input: string;
  readonly edge: Edge;
}

/** What is said to a thread. `idle` asks for that word once nothing of a call goes on any longer. */
export type ToThread = ThreadCall | 'abort' | 'idle' | 'stop';

/** What a thread says: two words, or else a line of an answer. */
export type FromThread = 'ready' | 'idle' | (string & {});

/** What a worker is started with: the modules it has to create, and where the other modules are asked. */
export interface WorkerOrder {
  readonly modules: readonly string[];
  readonly hostSocketPath: string;
}

/** What a child is started with: how many such workers, each with how many MB of heap, and where to serve. */
export interface ChildOrder extends WorkerOrder {
  readonly socketPath: string;
  readonly workers: number;
  readonly workerHeapMb: number;
}

/** What a host says to a child. A `beat` asks for one in return. */
export type ToChild =
  | { readonly kind: 'order'; readonly order: ChildOrder }
  | { readonly kind: 'beat' | 'stop' };

/** What a child says to its host. */
export interface FromChild {
  readonly kind: 'ready' | 'beat';
}

/** What the main thread of a child says to a worker. */
export type ToWorker =
  | {
      readonly kind: 'call';
      readonly module: string;
      readonly operation: string;
      readonly body: Uint8Array;
      readonly deadline: Date | undefined;
    }
  | { readonly kind: 'abort' | 'stop' };

/**
 * What a worker says. `line` is a line of the answer, `answered` that there are no more, `idle` that nothing of the call
 * goes on any longer, `spent` that its memory is in no state for another call.
 */
export type FromWorker =
  | { readonly kind: 'ready' | 'answered' | 'idle' | 'spent' }
  | { readonly kind: 'line'; readonly bytes: Uint8Array };

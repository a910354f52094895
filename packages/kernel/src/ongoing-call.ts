import type { Call, PerformedCall, Progress } from './call.ts';
import { unavailable } from './unavailable.ts';

export type Settle = (error: { readonly reason: unknown } | null, output?: unknown) => void;

/** A call somebody waits for. Its end ends the wait, not the work: whoever works sees it by the signal. */
export class OngoingCall implements PerformedCall {
  waitsFor: PerformedCall['waitsFor'] = null;
  /** Among those that are awaited. */
  place = 0;
  /** Milliseconds since 1970; Infinity for never. */
  readonly endsAt: number;
  readonly #need: string;
  readonly #given: Partial<Call> | undefined;
  readonly #settle: Settle;
  #left: { readonly reason: unknown } | null = null;
  #over = false;
  #controller: AbortController | null = null;
  #leave: (() => void) | null = null;

  constructor(need: string, endsAt: number, given: Partial<Call> | undefined, settle: Settle) {
    this.#need = need;
    this.endsAt = endsAt;
    this.#given = given;
    this.#settle = settle;
    if (endsAt !== Infinity) watch(this);
    if (given?.signal !== undefined) {
      this.#leave = () => this.#abandon(given.signal!.reason);
      given.signal.addEventListener('abort', this.#leave, { once: true });
    }
  }

  get deadline(): Date | undefined {
    return this.endsAt === Infinity ? undefined : new Date(this.endsAt);
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#left !== null) this.#controller.abort(this.#left.reason);
    return this.#controller.signal;
  }

  get onProgress(): (progress: Progress) => void {
    return (progress) => {
      if (this.#over) return;
      try {
        this.#given?.onProgress?.(progress);
      } catch (error) {
        this.#abandon(error);
      }
    };
  }

  end(error: { readonly reason: unknown } | null, output?: unknown): void {
    if (this.#over) return;
    this.#over = true;
    if (this.endsAt !== Infinity) unwatch(this);
    if (this.#leave !== null) this.#given!.signal!.removeEventListener('abort', this.#leave);
    this.#settle(error, output);
  }

  late(): void {
    this.#abandon(unavailable(this.#need, this.waitsFor ?? 'slow'));
  }

  #abandon(reason: unknown): void {
    if (this.#over) return;
    this.#left = { reason };
    this.end(this.#left);
    this.#controller?.abort(reason);
  }
}

// One timer for all calls with a deadline, set for the earliest: one each would cost more than most calls do. When the
// call it was set for ends, it is left as it is; those still awaited are looked at when it rings.
const awaited: OngoingCall[] = [];
let timer: NodeJS.Timeout | undefined;
let rings = Infinity;

function watch(call: OngoingCall): void {
  call.place = awaited.push(call) - 1;
  if (call.endsAt < rings) ringAt(call.endsAt);
  else if (awaited.length === 1) timer?.ref();
}

function unwatch(call: OngoingCall): void {
  const last = awaited.pop()!;
  if (last !== call) {
    awaited[call.place] = last;
    last.place = call.place;
  }
  // Nothing is kept alive by a timer nobody waits for.
  if (awaited.length === 0) timer?.unref();
}

function ringAt(time: number): void {
  clearTimeout(timer);
  rings = time;
  timer = setTimeout(ring, Math.min(2 ** 31 - 1, Math.max(0, time - Date.now())));
}

function ring(): void {
  rings = Infinity;
  const now = Date.now();
  for (const call of [...awaited]) if (call.endsAt <= now) call.late();
  const earliest = awaited.reduce((least, { endsAt }) => Math.min(least, endsAt), Infinity);
  if (earliest !== Infinity) ringAt(earliest);
}

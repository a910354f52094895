import type { SessionEvent } from '../contract.ts';

type Happening = Omit<SessionEvent, 'id'>;

interface Kept {
  readonly owner: string;
  readonly number: number;
  readonly event: SessionEvent;
}

interface Waiter {
  readonly owner: string;
  readonly session: string | null;
  wake(): void;
}

/**
 * The latest events of all accounts, in memory. Each account has its own numbers, so that nobody can tell from gaps in
 * them what others do. Ids begin with a word of this start of the server: those of an earlier one are not known any more.
 */
export class EventHub {
  readonly #boot: string;
  readonly #capacity: number;
  readonly #ring: Kept[] = [];
  readonly #accounts = new Map<string, { last: number; forgotten: number }>();
  readonly #waiters = new Set<Waiter>();
  #closed = false;

  constructor(boot: string, capacity = 4096) {
    this.#boot = boot;
    this.#capacity = capacity;
  }

  emit(owner: string, happening: Happening): void {
    const account = this.#accounts.get(owner) ?? { last: 0, forgotten: 0 };
    this.#accounts.set(owner, account);
    account.last++;
    const event = { ...happening, id: this.#id(account.last) };
    this.#ring.push({ owner, number: account.last, event });
    while (this.#ring.length > this.#capacity) {
      const oldest = this.#ring.shift() as Kept;
      const itsAccount = this.#accounts.get(oldest.owner);
      if (itsAccount) itsAccount.forgotten = oldest.number;
    }
    for (const waiter of this.#waiters) {
      if (waiter.owner === owner && (waiter.session ?? happening.session) === happening.session)
        waiter.wake();
    }
  }

  /** The id of the last event of an account, or what stands for it before there was one. */
  last(owner: string): string {
    return this.#id(this.#accounts.get(owner)?.last ?? 0);
  }

  /** What happened after an event; null when that is not known (any more). */
  since(owner: string, after: string, session: string | null): SessionEvent[] | null {
    const { last, forgotten } = this.#accounts.get(owner) ?? { last: 0, forgotten: 0 };
    const number = after.startsWith(`${this.#boot}-`) ? Number(after.slice(this.#boot.length + 1)) : -1;
    if (!(Number.isInteger(number) && number >= forgotten && number <= last)) return null;
    return this.#ring
      .filter((kept) => kept.owner === owner && kept.number > number)
      .map(({ event }) => event)
      .filter((event) => session === null || event.session === session);
  }

  /** Resolves when something happens to a session of the account, after the time, or when the hub closes. */
  async happening(
    owner: string,
    session: string | null,
    seconds: number,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.#closed || seconds <= 0) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { owner, session, wake: resolve };
    const timer = setTimeout(resolve, seconds * 1000);
    const abort = () => reject(signal.reason);
    this.#waiters.add(waiter);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
      signal.removeEventListener('abort', abort);
    }
  }

  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.wake();
  }

  #id(number: number): string {
    return `${this.#boot}-${number}`;
  }
}

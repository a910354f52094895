import { Failure } from '@piaffe/kernel';
import { minute } from './times.ts';

/**
 * How many wrong guesses are free, and how long it takes until one of them is forgotten. Each further one doubles the
 * wait, from half a minute to a quarter of an hour. So whoever keeps guessing gets about one guess per `forgetEvery`.
 */
interface Limit {
  readonly free: number;
  readonly forgetEvery: number;
}

/** One address at one account. */
const pair: Limit = { free: 10, forgetEvery: 15 * minute };
/**
 * One address, whichever account it tries. A stable, or a proxy, has many people behind one address: whoever signed in to
 * the account from there before is left out.
 */
const address: Limit = { free: 50, forgetEvery: minute };
/** One account, from wherever. It leaves out addresses that signed in to the account before: its owner gets in. */
const account: Limit = { free: 100, forgetEvery: 5 * minute };
/** Links that were not valid, of one address. They make no password wait. */
const link: Limit = { free: 50, forgetEvery: minute };

const firstWait = minute / 2;
const longestWait = 15 * minute;
const remembered = 10_000;

/** A guess that is being checked. It counts as wrong from the beginning, so that many at once do not slip through. */
export interface Attempt extends Disposable {
  /** It was wrong: it stays counted. If nothing is said before it is disposed of, it is taken back. */
  wrong(): void;
  /** It was right: it is taken back, and what this address did wrong at this account is forgotten. */
  right(): void;
}

/** Counts wrong guesses, in memory. The least recently used of more than 10,000 counts are forgotten. */
export interface Attempts {
  /** Fails as `too-many-attempts` when this address, or this account, has to wait. */
  atPassword(from: string, accountKey: string): Attempt;
  /** Somebody got in without a password, by a link: from now on this address is familiar to the account. */
  signedIn(from: string, accountKey: string): void;
  /** A link that was not valid. Valid ones are never kept waiting: nobody guesses 256 bits. Fails likewise. */
  wrongLink(from: string): void;
}

export function createAttempts(now: () => Date): Attempts {
  const pairs = createCounts(pair, now);
  const addresses = createCounts(address, now);
  const accounts = createCounts(account, now);
  const links = createCounts(link, now);
  const familiar = new Map<string, true>();

  return {
    atPassword(from, accountKey) {
      const both = pairOf(from, accountKey);
      const byStrangers = familiar.has(both) ? 0 : Math.max(addresses.wait(from), accounts.wait(accountKey));
      refuseFor(Math.max(pairs.wait(both), byStrangers));
      const takeBack = [pairs.add(both), addresses.add(from), accounts.add(accountKey)];
      let open = true;
      const settle = (isWrong: boolean) => {
        if (open && !isWrong) for (const each of takeBack) each();
        open = false;
      };
      return {
        wrong: () => settle(true),
        right() {
          settle(false);
          pairs.forget(both);
          remember(familiar, both, true);
        },
        [Symbol.dispose]: () => settle(false),
      };
    },
    signedIn: (from, accountKey) => remember(familiar, pairOf(from, accountKey), true),
    wrongLink(from) {
      refuseFor(links.wait(from));
      links.add(from);
    },
  };
}

const pairOf = (from: string, accountKey: string) => JSON.stringify([from, accountKey]);

interface Count {
  wrong: number;
  /** When the next of them is forgotten is reckoned from here. */
  since: number;
  last: number;
}

function createCounts(limit: Limit, now: () => Date) {
  const counts = new Map<string, Count>();

  const current = (key: string): Count | undefined => {
    const count = counts.get(key);
    if (count === undefined) return undefined;
    const forgotten = Math.max(0, Math.floor((now().getTime() - count.since) / limit.forgetEvery));
    count.wrong -= forgotten;
    count.since += forgotten * limit.forgetEvery;
    if (count.wrong > 0) return count;
    counts.delete(key);
    return undefined;
  };

  return {
    /** In milliseconds; 0 when there is none. */
    wait(key: string): number {
      const count = current(key);
      if (count === undefined || count.wrong < limit.free) return 0;
      const wait = Math.min(longestWait, firstWait * 2 ** (count.wrong - limit.free));
      return Math.max(0, count.last + wait - now().getTime());
    },
    /** Returns what takes it back. */
    add(key: string): () => void {
      const at = now().getTime();
      const count = current(key) ?? { wrong: 0, since: at, last: at };
      count.wrong++;
      const before = count.last;
      count.last = at;
      remember(counts, key, count);
      return () => {
        count.wrong--;
        if (count.last === at) count.last = before;
        if (count.wrong <= 0 && counts.get(key) === count) counts.delete(key);
      };
    },
    forget: (key: string) => void counts.delete(key),
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > remembered) map.delete(map.keys().next().value!);
}

function refuseFor(wait: number): void {
  if (wait <= 0) return;
  const seconds = Math.ceil(wait / 1000);
  const inWords = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  throw new Failure('too-many-attempts', {
    detail: `There were too many wrong attempts. Try again in ${inWords}.`,
    retryAfter: seconds,
  });
}

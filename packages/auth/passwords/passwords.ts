import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { fromPhc, type PasswordCost, type PasswordHash, toPhc } from './phc.ts';
import { createQueue } from './queue.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const recommendedCost: PasswordCost = { memory: 19_456, passes: 2, parallelism: 1 };

/** Hashes and compares passwords off the event loop. Both may fail as `busy`. */
export interface Passwords {
  hash(password: string, signal: AbortSignal): Promise<string>;
  /**
   * Whether the password belongs to the hash. Where there is no hash (no such account, no password yet) it takes the
   * same work to say no. `outdated`: it does, but was hashed at another cost, so hash it again.
   */
  verify(password: string, phc: string | null, signal: AbortSignal): Promise<'right' | 'outdated' | 'wrong'>;
}

export function createPasswords(cost: PasswordCost): Passwords {
  const queue = createQueue();
  const nobodys: PasswordHash = { cost, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) };

  return {
    async hash(password, signal) {
      const salt = randomBytes(saltBytes);
      const hash = await queue.run(() => derive(password, salt, cost, hashBytes), signal);
      return toPhc({ cost, salt, hash });
    },
    async verify(password, phc, signal) {
      const known = phc === null ? nobodys : fromPhc(phc);
      const derived = await queue.run(
        () => derive(password, known.salt, known.cost, known.hash.length),
        signal,
      );
      if (!timingSafeEqual(derived, known.hash) || phc === null) return 'wrong';
      return sameCost(known.cost, cost) ? 'right' : 'outdated';
    },
  };
}

const saltBytes = 16;
const hashBytes = 32;
const argon2Async = promisify(argon2);

function derive(password: string, nonce: Buffer, cost: PasswordCost, tagLength: number): Promise<Buffer> {
  // NFKC: two keyboards may spell one letter differently.
  return argon2Async('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
}

function sameCost(a: PasswordCost, b: PasswordCost): boolean {
  return a.memory === b.memory && a.passes === b.passes && a.parallelism === b.parallelism;
}

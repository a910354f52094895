import type { Kysely, Transaction } from 'kysely';
import type { Attempts } from './attempts.ts';
import type { Passwords } from './passwords/passwords.ts';
import type { AuthTables } from './tables.ts';

/** Pino's order: fields, then the message. Neither ever holds a secret, nor a name somebody only claims to have. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the operations share. */
export interface Parts {
  readonly database: Kysely<AuthTables>;
  readonly now: () => Date;
  readonly log: Log;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
}

/** For work that belongs to whoever began the transaction. */
export type Step = Transaction<AuthTables>;

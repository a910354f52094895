import type { Migration } from '@piaffe/storage';
import type { Role } from './contract.ts';

/** Instants are ISO 8601 in UTC, so that their order is the order of their text. Of secrets there is only the SHA-256. */
export interface AuthTables {
  readonly auth_accounts: {
    readonly id: string;
    readonly name: string;
    /** What makes two names the same; see account-names.ts. */
    readonly name_key: string;
    readonly role: Role;
    readonly created_at: string;
    readonly suspended: 0 | 1;
    /** Argon2id in PHC form; null for somebody who has only ever followed a link. */
    readonly password_hash: string | null;
  };
  readonly auth_sign_ins: {
    readonly secret_sha256: string;
    readonly account: string;
    readonly created_at: string;
    readonly last_used_at: string;
    readonly expires_at: string;
  };
  readonly auth_tokens: {
    readonly id: string;
    readonly secret_sha256: string;
    readonly account: string;
    readonly name: string;
    /** Joined by blanks, as in OAuth. */
    readonly scopes: string;
    readonly created_at: string;
    readonly expires_at: string | null;
    readonly last_used_at: string | null;
  };
  readonly auth_links: {
    readonly secret_sha256: string;
    readonly kind: 'sign-in' | 'reset';
    /** Whose password is reset; null for a sign-in link. */
    readonly account: string | null;
    /** The administrator who made it; null for the machine's own console. */
    readonly created_by: string | null;
    readonly expires_at: string;
  };
  readonly auth_invitations: {
    readonly id: string;
    readonly secret_sha256: string;
    readonly role: Role;
    readonly note: string;
    readonly created_by: string;
    readonly created_at: string;
    readonly expires_at: string;
  };
}

export const migrations: readonly Migration[] = [
  {
    name: '0001-accounts',
    async up(database) {
      const { schema } = database;
      await schema
        .createTable('auth_accounts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('name_key', 'text', (column) => column.notNull().unique())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('suspended', 'integer', (column) => column.notNull())
        .addColumn('password_hash', 'text')
        .execute();
      await schema
        .createTable('auth_sign_ins')
        .addColumn('secret_sha256', 'text', (column) => column.primaryKey())
        .addColumn('account', 'text', (column) => column.notNull().references('auth_accounts.id'))
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('last_used_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createIndex('auth_sign_ins_by_account')
        .on('auth_sign_ins')
        .columns(['account', 'last_used_at'])
        .execute();
      await schema
        .createTable('auth_tokens')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret_sha256', 'text', (column) => column.notNull().unique())
        .addColumn('account', 'text', (column) => column.notNull().references('auth_accounts.id'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text')
        .addColumn('last_used_at', 'text')
        .execute();
      await schema
        .createIndex('auth_tokens_by_account')
        .on('auth_tokens')
        .columns(['account', 'created_at', 'id'])
        .execute();
      await schema
        .createTable('auth_links')
        .addColumn('secret_sha256', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.references('auth_accounts.id'))
        .addColumn('created_by', 'text', (column) => column.references('auth_accounts.id'))
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('auth_invitations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret_sha256', 'text', (column) => column.notNull().unique())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('created_by', 'text', (column) => column.notNull().references('auth_accounts.id'))
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
];

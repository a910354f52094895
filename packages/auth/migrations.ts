import { type Migration, newId } from '@piaffe/storage';
import { sql } from 'kysely';

const accounts: Migration = {
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
};

/** Sign-ins get a name their owner may see; accounts their preferences, and whether anybody has ever used them. */
const preferences: Migration = {
  name: '0002-preferences-and-sign-ins',
  async up(database) {
    await sql`alter table auth_accounts add column language text`.execute(database);
    await sql`alter table auth_accounts add column units text`.execute(database);
    await sql`alter table auth_accounts add column first_signed_in_at text`.execute(database);
    // Until now an account came to be by signing in.
    await sql`update auth_accounts set first_signed_in_at = created_at`.execute(database);

    await sql`alter table auth_sign_ins add column id text not null default ''`.execute(database);
    const { rows } = await sql<{ secret_sha256: string }>`select secret_sha256 from auth_sign_ins`.execute(
      database,
    );
    for (const { secret_sha256 } of rows) {
      await sql`update auth_sign_ins set id = ${newId()} where secret_sha256 = ${secret_sha256}`.execute(
        database,
      );
    }
    await sql`create unique index auth_sign_ins_by_id on auth_sign_ins (id)`.execute(database);
  },
};

export const migrations: readonly Migration[] = [accounts, preferences];

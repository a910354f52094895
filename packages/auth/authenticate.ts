import type { Implementation } from '@piaffe/kernel';
import type { CompiledQuery, Kysely } from 'kysely';
import type { authContract, Scope } from './contract.ts';
import { notSignedIn, tokenNotValid } from './failures.ts';
import type { Parts } from './parts.ts';
import { sha256 } from './secrets.ts';
import { signInEnd } from './sign-ins.ts';
import type { AuthTables } from './tables.ts';
import { hour } from './times.ts';

/** That something is used is written down at most this often, so that reading stays reading. */
const noteUseEvery = hour;
const allScopes: readonly Scope[] = ['read', 'upload', 'write'];

/** Asked for every request: one read by an index, of a query that is built once. */
export function authenticateOperation({
  database,
  now,
  log,
}: Parts): Pick<Implementation<typeof authContract>, 'authenticate'> {
  const signInBy = signInQuery(database);
  const tokenBy = tokenQuery(database);

  /** A full disk keeps nobody from reading. */
  const noteUse = async (write: { execute(): Promise<unknown> }) => {
    try {
      await write.execute();
    } catch (error) {
      log.warn({ err: error }, 'the last use of a credential could not be written down');
    }
  };

  const bySignIn = async (hash: string) => {
    const row = await first(database, signInBy, hash);
    const moment = now();
    if (row === undefined || row.suspended === 1 || row.expires_at <= moment.toISOString())
      throw notSignedIn();
    if (moment.getTime() - Date.parse(row.last_used_at) >= noteUseEvery) {
      const expires_at = signInEnd(new Date(row.created_at), moment);
      await noteUse(
        database
          .updateTable('auth_sign_ins')
          .set({ last_used_at: moment.toISOString(), expires_at })
          .where('secret_sha256', '=', hash)
          .where('last_used_at', '=', row.last_used_at),
      );
    }
    return {
      principal: { account: row.id, role: row.role },
      credential: 'sign-in' as const,
      scopes: [...allScopes],
    };
  };

  const byToken = async (hash: string) => {
    const row = await first(database, tokenBy, hash);
    const moment = now();
    const isOver = row?.expires_at != null && row.expires_at <= moment.toISOString();
    if (row === undefined || row.suspended === 1 || isOver) throw tokenNotValid();
    if (row.last_used_at === null || moment.getTime() - Date.parse(row.last_used_at) >= noteUseEvery) {
      await noteUse(
        database
          .updateTable('auth_tokens')
          .set({ last_used_at: moment.toISOString() })
          .where('secret_sha256', '=', hash)
          .where('last_used_at', 'is', row.last_used_at),
      );
    }
    const scopes = row.scopes.split(' ') as Scope[];
    return { principal: { account: row.id, role: row.role }, credential: 'token' as const, scopes };
  };

  return {
    authenticate: ({ credential, secret }) =>
      credential === 'sign-in' ? bySignIn(sha256(secret)) : byToken(sha256(secret)),
  };
}

const signInQuery = (database: Kysely<AuthTables>) =>
  database
    .selectFrom('auth_sign_ins')
    .innerJoin('auth_accounts', 'auth_accounts.id', 'auth_sign_ins.account')
    .select([
      'auth_accounts.id',
      'role',
      'suspended',
      'auth_sign_ins.created_at',
      'last_used_at',
      'expires_at',
    ])
    .where('secret_sha256', '=', '')
    .compile();

const tokenQuery = (database: Kysely<AuthTables>) =>
  database
    .selectFrom('auth_tokens')
    .innerJoin('auth_accounts', 'auth_accounts.id', 'auth_tokens.account')
    .select(['auth_accounts.id', 'role', 'suspended', 'scopes', 'last_used_at', 'expires_at'])
    .where('secret_sha256', '=', '')
    .compile();

async function first<Row>(
  database: Kysely<AuthTables>,
  query: CompiledQuery<Row>,
  hash: string,
): Promise<Row | undefined> {
  const { rows } = await database.executeQuery<Row>({ ...query, parameters: [hash] });
  return rows[0];
}

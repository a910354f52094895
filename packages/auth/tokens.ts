import { Failure, type Implementation } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Selectable } from 'kysely';
import { ownAccount } from './accounts.ts';
import type { authContract, Scope, Token } from './contract.ts';
import { behind, toPage } from './paging.ts';
import type { Parts } from './parts.ts';
import { newTokenSecret, sha256 } from './secrets.ts';
import type { AuthTables } from './tables.ts';
import { day, instantAfter } from './times.ts';

type Operations = 'createToken' | 'tokens' | 'revokeToken';

const longest = 2 * 365 * day;

export function tokenOperations({
  database,
  now,
  log,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  return {
    async createToken({ principal, name, scopes, expiresAt }) {
      const moment = now();
      if (expiresAt !== null) refuseBadExpiry(expiresAt, moment);
      const secret = newTokenSecret();
      const row: TokenRow = {
        id: newId(),
        secret_sha256: sha256(secret),
        account: principal.account,
        name,
        scopes: scopes.join(' '),
        created_at: moment.toISOString(),
        expires_at: expiresAt,
        last_used_at: null,
      };
      await database.transaction().execute(async (step) => {
        await ownAccount(step, principal);
        await step.insertInto('auth_tokens').values(row).execute();
      });
      log.info({ account: principal.account, token: row.id, scopes, expiresAt }, 'token made');
      return { token: toToken(row), secret };
    },

    async tokens({ principal, ...request }) {
      await ownAccount(database, principal);
      const rows = await database
        .selectFrom('auth_tokens')
        .selectAll()
        .where('account', '=', principal.account)
        .where(behind(request))
        .orderBy('created_at')
        .orderBy('id')
        .limit(request.limit + 1)
        .execute();
      return toPage(rows, request, 'created_at', toToken);
    },

    async revokeToken({ principal, token }) {
      await ownAccount(database, principal);
      const revoked = await database
        .deleteFrom('auth_tokens')
        .where('id', '=', token)
        .where('account', '=', principal.account)
        .executeTakeFirst();
      if (revoked.numDeletedRows === 0n) throw tokenNotFound();
      log.info({ account: principal.account, token }, 'token revoked');
      return {};
    },
  };
}

type TokenRow = Selectable<AuthTables['auth_tokens']>;

function toToken(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(' ') as Scope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

/** `Instant` is a form; that it is a day of the calendar is seen here. */
function refuseBadExpiry(expiresAt: string, now: Date): void {
  const parsed = new Date(expiresAt);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString() === expiresAt;
  if (exists && expiresAt > now.toISOString() && expiresAt <= instantAfter(now, longest)) return;
  throw new Failure('expiry-not-valid', {
    detail: 'A token expires in the future, at most two years from now, or never. Choose another day.',
  });
}

const tokenNotFound = () =>
  new Failure('token-not-found', { detail: 'You have no such token. It may have been revoked already.' });

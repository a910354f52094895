import { Failure, type Implementation } from '@piaffe/kernel';
import { newId } from '@piaffe/storage';
import type { Selectable } from 'kysely';
import { toAccountName } from './account-names.ts';
import { addAccount, refuseOthersThanAdministrators, refuseTakenName, toAccount } from './accounts.ts';
import type { authContract, Invitation } from './contract.ts';
import { linkNotValid } from './failures.ts';
import { behind, toPage } from './paging.ts';
import type { Parts } from './parts.ts';
import { refuseWeakPassword } from './passwords/policy.ts';
import { newSecret, sha256 } from './secrets.ts';
import { openSignIn } from './sign-ins.ts';
import type { AuthTables } from './tables.ts';
import { day, instantAfter } from './times.ts';

type Operations = 'invite' | 'invitations' | 'withdrawInvitation' | 'acceptInvitation';

const validFor = 7 * day;

export function invitationOperations({
  database,
  now,
  log,
  passwords,
  attempts,
}: Parts): Pick<Implementation<typeof authContract>, Operations> {
  return {
    async invite({ principal, role, note }) {
      const moment = now();
      const secret = newSecret();
      const row: InvitationRow = {
        id: newId(),
        secret_sha256: sha256(secret),
        role,
        note,
        created_by: principal.account,
        created_at: moment.toISOString(),
        expires_at: instantAfter(moment, validFor),
      };
      await database.transaction().execute(async (step) => {
        await refuseOthersThanAdministrators(step, principal);
        await step.insertInto('auth_invitations').values(row).execute();
      });
      log.info({ invitation: row.id, role, by: principal.account }, 'invitation made');
      return { invitation: toInvitation(row), secret };
    },

    async invitations({ principal, ...request }) {
      await refuseOthersThanAdministrators(database, principal);
      const rows = await database
        .selectFrom('auth_invitations')
        .selectAll()
        .where('expires_at', '>', now().toISOString())
        .where(behind(request))
        .orderBy('created_at')
        .orderBy('id')
        .limit(request.limit + 1)
        .execute();
      return toPage(rows, request, 'created_at', toInvitation);
    },

    async withdrawInvitation({ principal, invitation }) {
      await database.transaction().execute(async (step) => {
        await refuseOthersThanAdministrators(step, principal);
        const withdrawn = await step
          .deleteFrom('auth_invitations')
          .where('id', '=', invitation)
          .executeTakeFirst();
        if (withdrawn.numDeletedRows === 0n) throw invitationNotFound();
      });
      log.info({ invitation, by: principal.account }, 'invitation withdrawn');
      return {};
    },

    async acceptInvitation({ secret, name: given, password, from }, { signal }) {
      const invitation = await database
        .selectFrom('auth_invitations')
        .select('id')
        .where('secret_sha256', '=', sha256(secret))
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      if (invitation === undefined) {
        attempts.wrongLink(from);
        throw linkNotValid();
      }
      const name = toAccountName(given);
      await refuseTakenName(database, name);
      refuseWeakPassword(password, name);
      const passwordHash = await passwords.hash(password, signal);

      const signedIn = await database.transaction().execute(async (step) => {
        const accepted = await step
          .deleteFrom('auth_invitations')
          .where('id', '=', invitation.id)
          .returning('role')
          .executeTakeFirst();
        if (accepted === undefined) throw linkNotValid();
        await refuseTakenName(step, name);
        const account = await addAccount(step, { name, role: accepted.role, passwordHash, now: now() });
        return await openSignIn(step, toAccount(account), now());
      });
      attempts.signedIn(from, signedIn.account.id);
      log.info({ invitation: invitation.id, account: signedIn.account.id, from }, 'invitation accepted');
      return signedIn;
    },
  };
}

type InvitationRow = Selectable<AuthTables['auth_invitations']>;

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    role: row.role,
    note: row.note,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

const invitationNotFound = () =>
  new Failure('invitation-not-found', {
    detail: 'There is no such invitation. It may have been accepted, withdrawn, or be too old.',
  });

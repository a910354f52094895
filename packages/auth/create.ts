import { defineModule } from '@piaffe/kernel';
import type { Database } from '@piaffe/storage';
import { accountOperations } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { authenticateOperation } from './authenticate.ts';
import { changePasswordOperation } from './change-password.ts';
import { authContract } from './contract.ts';
import { deleteAccountOperation } from './delete-account.ts';
import { invitationOperations } from './invitations.ts';
import { linkOperations } from './links.ts';
import type { Log, Parts } from './parts.ts';
import { passwordResetOperations } from './password-reset.ts';
import { createPasswords, recommendedCost } from './passwords/passwords.ts';
import type { PasswordCost } from './passwords/phc.ts';
import { signInOperations } from './sign-in.ts';
import { createSweep } from './sweep.ts';
import type { AuthTables } from './tables.ts';
import { tokenOperations } from './tokens.ts';

export { migrations } from './migrations.ts';
export type { PasswordCost } from './passwords/phc.ts';

export interface AuthNeeds {
  readonly database: Database;
  readonly now: () => Date;
  readonly log: Log;
}

export interface AuthConfig {
  /** Raise it on faster machines; passwords are hashed again when their owners sign in. Default: OWASP's first choice. */
  readonly passwordCost?: PasswordCost;
}

/** Whoever creates it ends it: expired rows are swept until then. */
export const authModule = defineModule({
  contract: authContract,
  create: ({ database, now, log }: AuthNeeds, { passwordCost = recommendedCost }: AuthConfig) => {
    const parts: Parts = {
      database: database.as<AuthTables>(),
      now,
      log,
      passwords: createPasswords(passwordCost),
      attempts: createAttempts(now),
    };
    return {
      ...linkOperations(parts),
      ...signInOperations(parts),
      ...authenticateOperation(parts),
      ...accountOperations(parts),
      ...changePasswordOperation(parts),
      ...deleteAccountOperation(parts),
      ...passwordResetOperations(parts),
      ...invitationOperations(parts),
      ...tokenOperations(parts),
      ...createSweep(parts),
    };
  },
});

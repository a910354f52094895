import type { Preferences, Role } from './contract.ts';

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
    readonly language: Preferences['language'];
    readonly units: Preferences['units'];
    /** Null for an account that nobody has ever been signed in to. */
    readonly first_signed_in_at: string | null;
  };
  readonly auth_sign_ins: {
    /** What its owner knows it by: the SHA-256 stays in here. */
    readonly id: string;
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

import { closed, defineContract, Id, Instant, nullable, operation, PageRequest, page } from '@piaffe/kernel';
import { type Static, Type } from 'typebox';
import { Principal, Role } from './principal.ts';

export * from './principal.ts';

const detail = closed({ detail: Type.String() });
const tryLater = closed({ detail: Type.String(), retryAfter: Type.Integer({ minimum: 1 }) });
const nothing = closed({});

/** What one signs in with; unique whatever its case. */
export const AccountName = Type.String({ minLength: 2, maxLength: 64 });
export const Password = Type.String({ minLength: 12, maxLength: 256 });
/** Shown once, kept only as its SHA-256. */
export const Secret = Type.String({ minLength: 20, maxLength: 200 });

/** What a token may be used for. `read`: everything of one's own; `upload`: hand in recordings; `write`: change and delete. */
export const Scope = Type.Enum(['read', 'upload', 'write']);
export type Scope = Static<typeof Scope>;

export const languages = ['en', 'fr', 'de'] as const;
/** How somebody wants the pages; null leaves it to the browser. */
export const Preferences = closed({
  language: nullable(Type.Enum(languages)),
  units: nullable(Type.Enum(['metric', 'imperial'])),
});
export type Preferences = Static<typeof Preferences>;

export const Account = closed({
  id: Id,
  name: AccountName,
  role: Role,
  createdAt: Instant,
  suspended: Type.Boolean(),
  hasPassword: Type.Boolean({ description: 'False for somebody who has only ever followed a link' }),
  ...Preferences.properties,
});
export type Account = Static<typeof Account>;

/** A browser's sign-in. `secret` goes into the cookie and nowhere else. */
export const SignedIn = closed({ secret: Secret, expiresAt: Instant, account: Account });
export type SignedIn = Static<typeof SignedIn>;

/** Who a credential belongs to, and what it may be used for. A browser's sign-in has all scopes. */
export const Authenticated = closed({
  principal: Principal,
  credential: Type.Enum(['sign-in', 'token']),
  scopes: Type.Array(Scope),
});
export type Authenticated = Static<typeof Authenticated>;

/** One of one's browsers that are signed in. */
export const SignInSummary = closed({
  id: Id,
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  current: Type.Boolean({ description: 'The one that asks' }),
});
export type SignInSummary = Static<typeof SignInSummary>;

export const Link = closed({ secret: Secret, expiresAt: Instant });
export type Link = Static<typeof Link>;

export const Token = closed({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 100 }),
  scopes: Type.Array(Scope, { minItems: 1, uniqueItems: true }),
  createdAt: Instant,
  expiresAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
});
export type Token = Static<typeof Token>;

export const Invitation = closed({
  id: Id,
  role: Role,
  note: Type.String({ maxLength: 200 }),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Invitation = Static<typeof Invitation>;

const notSignedIn = { 'not-signed-in': detail };
const notAllowed = { 'not-allowed': detail };
const pageErrors = { 'after-not-valid': detail };
const linkErrors = { 'link-not-valid': detail };
const nameErrors = { 'name-taken': detail, 'name-not-valid': detail };
const passwordErrors = { 'password-too-weak': detail };
/** `busy`: too many passwords are being checked at once. `too-many-attempts`: this address or account has to wait. */
const attemptErrors = { 'too-many-attempts': tryLater, busy: tryLater };

/** The address a person comes from, as the gateway normalised it; attempts are counted by it. */
const from = Type.String({ maxLength: 100 });

/** Who somebody is: accounts, signing in, invitations, tokens. It holds nothing about horses. */
export const authContract = defineContract({
  name: 'auth',
  version: '2.0.0',
  operations: {
    createSignInLink: operation({
      summary:
        'A link that signs the first administrator in, and creates that account if there is none. For the machine’s own console only',
      input: nothing,
      output: Link,
      errors: {},
      idempotent: false,
    }),
    isEmpty: operation({
      summary: 'Whether nobody has ever signed in',
      input: nothing,
      output: closed({ empty: Type.Boolean() }),
      errors: {},
      idempotent: true,
    }),
    signInWithLink: operation({
      summary: 'Uses a sign-in link, once',
      input: closed({ secret: Secret, from }),
      output: SignedIn,
      errors: { ...linkErrors, ...attemptErrors },
      idempotent: false,
    }),
    signIn: operation({
      summary: 'Signs in by name and password',
      input: closed({
        name: Type.String({ maxLength: 200 }),
        password: Type.String({ maxLength: 1000 }),
        from,
      }),
      output: SignedIn,
      errors: { 'credentials-wrong': detail, ...attemptErrors },
      idempotent: false,
    }),
    signOut: operation({
      summary: 'Ends one sign-in',
      input: closed({ secret: Type.String({ maxLength: 200 }) }),
      output: nothing,
      errors: {},
      idempotent: true,
    }),
    authenticate: operation({
      summary: 'Who a cookie or a bearer token belongs to; asked for every request',
      input: closed({ credential: Type.Enum(['sign-in', 'token']), secret: Type.String({ maxLength: 200 }) }),
      output: Authenticated,
      errors: notSignedIn,
      idempotent: true,
    }),
    account: operation({
      summary: 'One’s own account',
      input: closed({ principal: Principal }),
      output: Account,
      errors: notSignedIn,
      idempotent: true,
    }),
    changeName: operation({
      summary: 'Changes the name one signs in with',
      input: closed({ principal: Principal, name: AccountName }),
      output: Account,
      errors: { ...notSignedIn, ...nameErrors },
      idempotent: true,
    }),
    changePreferences: operation({
      summary: 'Changes what is given, leaves the rest',
      input: closed({ principal: Principal, changes: Type.Partial(Preferences) }),
      output: Account,
      errors: notSignedIn,
      idempotent: true,
    }),
    signIns: operation({
      summary: 'Where one is signed in, the last used first',
      input: closed({
        principal: Principal,
        secret: nullable(Type.String({ maxLength: 200, description: 'Of the sign-in that asks' })),
        ...PageRequest,
      }),
      output: page(SignInSummary),
      errors: { ...notSignedIn, ...pageErrors },
      idempotent: true,
    }),
    endSignIn: operation({
      summary: 'Ends one of one’s sign-ins',
      input: closed({ principal: Principal, signIn: Id }),
      output: nothing,
      errors: { ...notSignedIn, 'sign-in-not-found': detail },
      idempotent: false,
    }),
    deleteAccount: operation({
      summary:
        'Deletes one’s account with its sign-ins and tokens for good. What else belongs to it has to be deleted before',
      input: closed({
        principal: Principal,
        password: nullable(Type.String({ maxLength: 1000, description: 'Null for somebody who has none' })),
        check: Type.Boolean({ description: 'Only tells whether it could be deleted' }),
        from,
      }),
      output: nothing,
      errors: {
        ...notSignedIn,
        'credentials-wrong': detail,
        'last-administrator': detail,
        ...attemptErrors,
      },
      idempotent: true,
    }),
    firstAdministrator: operation({
      summary:
        'The account everything on this machine belongs to that nobody handed in, such as the demo stable; created where there is no account yet. For the server itself only',
      input: nothing,
      output: closed({ principal: Principal, created: Type.Boolean() }),
      errors: {},
      idempotent: true,
    }),
    changePassword: operation({
      summary: 'Changes or first sets one’s own password; every other sign-in ends, API tokens stay valid',
      input: closed({
        principal: Principal,
        secret: Type.String({ maxLength: 200, description: 'Of the sign-in that goes on' }),
        current: nullable(Type.String({ maxLength: 1000 })),
        password: Password,
        from,
      }),
      output: nothing,
      errors: { ...notSignedIn, 'credentials-wrong': detail, ...passwordErrors, ...attemptErrors },
      idempotent: false,
    }),
    accounts: operation({
      summary: 'All accounts; for administrators',
      input: closed({ principal: Principal, ...PageRequest }),
      output: page(Account),
      errors: { ...notAllowed, ...pageErrors },
      idempotent: true,
    }),
    setSuspended: operation({
      summary:
        'Suspends an account, which ends its sign-ins and stops its tokens, or lets it back in; for administrators',
      input: closed({ principal: Principal, account: Id, suspended: Type.Boolean() }),
      output: Account,
      errors: { ...notAllowed, 'account-not-found': detail, 'last-administrator': detail },
      idempotent: true,
    }),
    createResetLink: operation({
      summary: 'A link by which somebody sets a new password; for administrators',
      input: closed({ principal: Principal, account: Id }),
      output: Link,
      errors: { ...notAllowed, 'account-not-found': detail, 'account-suspended': detail },
      idempotent: false,
    }),
    resetPassword: operation({
      summary: 'Sets a new password by such a link; every sign-in and token of the account ends',
      input: closed({ secret: Secret, password: Password, from }),
      output: SignedIn,
      errors: { ...linkErrors, ...passwordErrors, ...attemptErrors },
      idempotent: false,
    }),
    invite: operation({
      summary: 'An invitation, as a link; for administrators',
      input: closed({ principal: Principal, role: Role, note: Type.String({ maxLength: 200 }) }),
      output: closed({ invitation: Invitation, secret: Secret }),
      errors: notAllowed,
      idempotent: false,
    }),
    invitations: operation({
      summary: 'Invitations nobody has accepted yet; for administrators',
      input: closed({ principal: Principal, ...PageRequest }),
      output: page(Invitation),
      errors: { ...notAllowed, ...pageErrors },
      idempotent: true,
    }),
    withdrawInvitation: operation({
      summary: 'Makes an invitation invalid; for administrators',
      input: closed({ principal: Principal, invitation: Id }),
      output: nothing,
      errors: { ...notAllowed, 'invitation-not-found': detail },
      idempotent: false,
    }),
    acceptInvitation: operation({
      summary: 'Creates the account one was invited to',
      input: closed({ secret: Secret, name: AccountName, password: Password, from }),
      output: SignedIn,
      errors: { ...linkErrors, ...passwordErrors, ...attemptErrors, ...nameErrors },
      idempotent: false,
    }),
    createToken: operation({
      summary: 'A token for programs',
      input: closed({
        principal: Principal,
        name: Token.properties.name,
        scopes: Token.properties.scopes,
        expiresAt: nullable(Instant),
      }),
      output: closed({ token: Token, secret: Secret }),
      errors: { ...notSignedIn, 'expiry-not-valid': detail },
      idempotent: false,
    }),
    tokens: operation({
      summary: 'One’s own tokens, without their secrets',
      input: closed({ principal: Principal, ...PageRequest }),
      output: page(Token),
      errors: { ...notSignedIn, ...pageErrors },
      idempotent: true,
    }),
    revokeToken: operation({
      summary: 'Makes a token of one’s own invalid',
      input: closed({ principal: Principal, token: Id }),
      output: nothing,
      errors: { ...notSignedIn, 'token-not-found': detail },
      idempotent: false,
    }),
  },
});

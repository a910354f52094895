import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bind, type Client, Failure } from '@piaffe/kernel';
import { openStore, type Store } from '@piaffe/storage';
import { authContract, type Principal, type SignedIn } from '../contract.ts';
import { authModule, migrations, type PasswordCost } from '../create.ts';

/** Cheap, as most tests are about something else. */
export const cheap: PasswordCost = { memory: 64, passes: 1, parallelism: 1 };
export const password = 'Otter lamp thirteen!';
export const from = '192.0.2.1';

/** Auth on a real data folder, with a clock that stands until it is moved. */
export interface Auth extends AsyncDisposable {
  readonly client: Client<typeof authContract>;
  readonly store: Store;
  readonly clock: { forward(milliseconds: number): void };
  /** Every line, as JSON. */
  readonly logged: string[];
  /** A second implementation on the same store, as after a restart: nothing in memory. */
  restarted(passwordCost?: PasswordCost): Client<typeof authContract>;
  /** Ends what runs in the background; the store stays open. */
  end(): Promise<void>;
  /** The first administrator, signed in by the link of the first start. */
  administrator(): Promise<SignedIn>;
  /** Somebody who accepted an invitation, with `password`. */
  member(name: string, role?: Principal['role']): Promise<SignedIn>;
}

export async function openAuth(passwordCost: PasswordCost = cheap): Promise<Auth> {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-auth-'));
  const store = await openStore(folder, { migrations: { auth: migrations } });
  const logged: string[] = [];
  const write = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  let at = Date.parse('2030-05-04T03:02:01.000Z');
  const started: AsyncDisposable[] = [];
  const start = (cost: PasswordCost) => {
    const implementation = authModule.create(
      { database: store.database, now: () => new Date(at), log: { info: write, warn: write, error: write } },
      { passwordCost: cost },
    ) as ReturnType<typeof authModule.create> & AsyncDisposable;
    started.push(implementation);
    return bind(authContract, implementation);
  };
  const client = start(passwordCost);

  const end = async () => {
    for (const each of started) await each[Symbol.asyncDispose]();
  };
  const administrator = async () => {
    const { secret } = await client.createSignInLink({});
    return await client.signInWithLink({ secret, from });
  };
  return {
    client,
    store,
    logged,
    clock: {
      forward(milliseconds) {
        at += milliseconds;
      },
    },
    restarted: (cost = passwordCost) => start(cost),
    end,
    administrator,
    async member(name, role = 'rider') {
      const principal = principalOf(await administrator());
      const { secret } = await client.invite({ principal, role, note: '' });
      return await client.acceptInvitation({ secret, name, password, from });
    },
    async [Symbol.asyncDispose]() {
      await end();
      await store[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

export function principalOf({ account }: Pick<SignedIn, 'account'>): Principal {
  return { account: account.id, role: account.role };
}

/** For `assert.rejects`: a declared failure of this code, with a sentence. */
export const failing = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Failure, `${error}`);
  assert.equal(error.code, code);
  assert.match((error.details as { detail: string }).detail, /\.$/);
  return true;
};

/** How calls that were made at once ended: the values, and the codes of the failures in alphabetical order. */
export async function outcomes<T>(calls: readonly Promise<T>[]): Promise<{ values: T[]; codes: string[] }> {
  const settled = await Promise.allSettled(calls);
  const values = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const codes = reasons.map((reason) => (reason instanceof Failure ? reason.code : `${reason}`));
  return { values, codes: codes.sort() };
}

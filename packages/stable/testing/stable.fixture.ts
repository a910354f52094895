import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Principal } from '@piaffe/auth/contract';
import { bind, type Client } from '@piaffe/kernel';
import { newId, openStore } from '@piaffe/storage';
import { type HorseProfile, stableContract } from '../contract.ts';
import { migrations, stableModule } from '../create.ts';

/** A stable over a data folder of its own, both gone after the test. It is 2026 there. */
export async function openStable(t: TestContext): Promise<Client<typeof stableContract>> {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-stable-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const store = await openStore(folder, { migrations: { stable: migrations } });
  t.after(() => store[Symbol.asyncDispose]());
  const now = () => new Date('2026-05-04T10:00:00.000Z');
  return bind(stableContract, stableModule.create({ database: store.database, now }, {}));
}

export const somebody = (role: Principal['role'] = 'rider'): Principal => ({ account: newId(), role });

export const profileOf = (name: string): HorseProfile => ({
  name,
  breed: 'Lusitano',
  birthYear: 2015,
  massKg: 520,
  usualMount: 'girth',
  timeZone: 'Europe/Lisbon',
});

/** What a call is refused with, all that a caller can see of it. */
export async function errorOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; details: unknown }> {
  const error = await call.then(
    () => assert.fail('it answered'),
    (error) => error,
  );
  return { code: error.code, message: error.message, details: error.details };
}

import type { Principal } from '@piaffe/auth/contract';
import { inSeconds, secondsToPurge } from './in-time.ts';
import type { Needs } from './needs.ts';

type Asked = { readonly principal: Principal; readonly password: string | null; readonly from: string };

/** Looks first whether it may; whatever is cut off in between, asking again does the rest. */
export async function deleteAccountWhole(
  { auth, stable, sessions, demo }: Pick<Needs, 'auth' | 'stable' | 'sessions' | 'demo'>,
  asked: Asked,
): Promise<void> {
  const { principal } = asked;
  await auth.deleteAccount({ ...asked, check: true });
  await demo.remove(principal);
  await sessions.purge({ principal, horse: null }, { deadline: inSeconds(secondsToPurge) });
  await stable.forget({ principal });
  await auth.deleteAccount({ ...asked, check: false });
  // Of an upload that had been let in while the account was still there.
  await sessions.purge({ principal, horse: null }, { deadline: inSeconds(secondsToPurge) });
  await stable.forget({ principal });
}

import type { Principal } from '@piaffe/auth/contract';
import { inSeconds, secondsToPurge } from './in-time.ts';
import type { Needs } from './needs.ts';

/** Whatever is cut off in between, asking again does the rest. */
export async function removeHorseWhole(
  { stable, sessions }: Pick<Needs, 'stable' | 'sessions'>,
  principal: Principal,
  horse: string,
): Promise<void> {
  await stable.horse({ principal, horse });
  await sessions.purge({ principal, horse }, { deadline: inSeconds(secondsToPurge) });
  await stable.removeHorse({ principal, horse });
  // Of an upload that had been let in while the horse was still there.
  await sessions.purge({ principal, horse }, { deadline: inSeconds(secondsToPurge) });
}

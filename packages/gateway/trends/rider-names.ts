import type { Principal } from '@piaffe/auth/contract';
import { allPages } from '../all-pages.ts';
import type { Needs } from '../needs.ts';

/** What all one's riders are called, by their ids. */
export async function riderNames(
  { stable }: Pick<Needs, 'stable'>,
  principal: Principal,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const archived of [false, true]) {
    for await (const { id, name } of allPages((page) => stable.riders({ principal, archived, ...page })))
      names.set(id, name);
  }
  return names;
}

import type { Input } from '@piaffe/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { sessionsContract } from '../contract.ts';

export type Filter = Pick<
  Input<typeof sessionsContract, 'list'>,
  'horse' | 'from' | 'to' | 'type' | 'surface' | 'rider'
>;

/**
 * A condition on `s`. From the one instant on, up to but not including the other; a session without a start counts from
 * when it was handed in, as it does in lists. That a horse is one of several is what SQLite cannot know: told so, it takes
 * the index of the horse.
 */
export function matching({ horse, from, to, type, surface, rider }: Filter): RawBuilder<boolean> {
  return sql.join(
    [
      sql`true`,
      ...(horse === null ? [] : [sql`unlikely(s.horse = ${horse})`]),
      ...(from === null ? [] : [sql`s.sort_at >= ${from}`]),
      ...(to === null ? [] : [sql`s.sort_at < ${to}`]),
      ...(type === null ? [] : [sql`s.type = ${type}`]),
      ...(surface === null ? [] : [sql`s.surface = ${surface}`]),
      ...(rider === null ? [] : [sql`s.rider = ${rider}`]),
    ],
    sql` and `,
  );
}

import { Failure, type Implementation } from '@piaffe/kernel';
import { type Database, newId } from '@piaffe/storage';
import { behind, pageByName } from './by-name.ts';
import { checkProfile } from './check-profile.ts';
import type { Horse, HorseProfile, stableContract } from './contract.ts';
import { namesOf, tidyOrNull } from './names.ts';
import type { HorseRow, StableTables } from './tables.ts';

type Operations = Implementation<typeof stableContract>;

/** The operations on horses. */
export function horses({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Pick<Operations, 'horses' | 'horse' | 'addHorse' | 'changeHorse'> {
  const tables = database.as<StableTables>();

  const find = (account: string, id: string) =>
    tables
      .selectFrom('stable_horses')
      .selectAll()
      .where('id', '=', id)
      .where('account', '=', account)
      .executeTakeFirst();

  return {
    horses: ({ principal: { account }, archived, limit, after }) =>
      pageByName(
        { limit, after },
        (id) => find(account, id),
        (last, count) => {
          const rows = tables
            .selectFrom('stable_horses')
            .selectAll()
            .where('account', '=', account)
            .where('archived', '=', archived ? 1 : 0)
            .orderBy('sort_name')
            .orderBy('id')
            .limit(count);
          return (last === null ? rows : rows.where(behind(last))).execute();
        },
        horseOf,
      ),

    horse: async ({ principal, horse }) => found(await find(principal.account, horse)),

    async addHorse({ principal, profile }) {
      checkProfile(profile, now());
      const row: HorseRow = {
        id: newId(),
        account: principal.account,
        ...namesOf(profile.name),
        breed: tidyOrNull(profile.breed),
        birth_year: profile.birthYear,
        mass_kg: profile.massKg,
        usual_mount: profile.usualMount,
        time_zone: profile.timeZone,
        archived: 0,
        created_at: now().toISOString(),
      };
      await tables.insertInto('stable_horses').values(row).execute();
      return horseOf(row);
    },

    async changeHorse({ principal: { account }, horse, changes }) {
      checkProfile(changes, now());
      const columns = columnsOf(changes);
      if (Object.keys(columns).length > 0) {
        await tables
          .updateTable('stable_horses')
          .set(columns)
          .where('id', '=', horse)
          .where('account', '=', account)
          .execute();
      }
      return found(await find(account, horse));
    },
  };
}

function found(row: HorseRow | undefined): Horse {
  if (row !== undefined) return horseOf(row);
  throw new Failure('horse-not-found', {
    detail: 'There is no such horse. The list of horses shows those there are.',
  });
}

function horseOf(row: HorseRow): Horse {
  return {
    id: row.id,
    name: row.name,
    breed: row.breed,
    birthYear: row.birth_year,
    massKg: row.mass_kg,
    usualMount: row.usual_mount,
    timeZone: row.time_zone,
    archived: row.archived === 1,
    createdAt: row.created_at,
  };
}

/** Only what is given, so that two who change different things at once both get their way. */
function columnsOf(changes: Partial<HorseProfile & Pick<Horse, 'archived'>>): Partial<HorseRow> {
  const { name, breed, birthYear, massKg, usualMount, timeZone, archived } = changes;
  return {
    ...(name !== undefined && namesOf(name)),
    ...(breed !== undefined && { breed: tidyOrNull(breed) }),
    ...(birthYear !== undefined && { birth_year: birthYear }),
    ...(massKg !== undefined && { mass_kg: massKg }),
    ...(usualMount !== undefined && { usual_mount: usualMount }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(archived !== undefined && { archived: archived ? 1 : 0 }),
  };
}

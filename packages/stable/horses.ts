import type { Implementation } from '@piaffe/kernel';
import { type Database, newId } from '@piaffe/storage';
import { behind, pageByName } from './by-name.ts';
import { checkProfile } from './check-profile.ts';
import type { Horse, HorseProfile, stableContract } from './contract.ts';
import { namesOf, tidyOrNull } from './names.ts';
import { findHorse, ownHorse } from './own-horse.ts';
import type { HorseRow, StableTables } from './tables.ts';

type Operations = Implementation<typeof stableContract>;

/** The operations on horses. */
export function horses({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Pick<Operations, 'horses' | 'horse' | 'addHorse' | 'changeHorse' | 'removeHorse'> {
  const tables = database.as<StableTables>();

  return {
    horses: ({ principal: { account }, archived, limit, after }) =>
      pageByName(
        { limit, after },
        (id) => findHorse(tables, account, id),
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

    horse: async (asked) => horseOf(await ownHorse(tables, asked)),

    async addHorse({ principal, profile, demo }) {
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
        demo: demo ? 1 : 0,
        created_at: now().toISOString(),
      };
      await tables.insertInto('stable_horses').values(row).execute();
      return horseOf(row);
    },

    async changeHorse({ principal, horse, changes }) {
      checkProfile(changes, now());
      const columns = columnsOf(changes);
      if (Object.keys(columns).length > 0) {
        await tables
          .updateTable('stable_horses')
          .set(columns)
          .where('id', '=', horse)
          .where('account', '=', principal.account)
          .execute();
      }
      return horseOf(await ownHorse(tables, { principal, horse }));
    },

    async removeHorse(asked) {
      await tables.transaction().execute(async (step) => {
        const { id } = await ownHorse(step, asked);
        await step.deleteFrom('stable_events').where('horse', '=', id).execute();
        await step.deleteFrom('stable_horses').where('id', '=', id).execute();
      });
      return {};
    },
  };
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
    demo: row.demo === 1,
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

import { Failure, type Implementation } from '@piaffe/kernel';
import { type Database, newId } from '@piaffe/storage';
import { type Kysely, sql } from 'kysely';
import { afterNotValid } from './after-not-valid.ts';
import type { HorseEvent, stableContract } from './contract.ts';
import { ownHorse } from './own-horse.ts';
import type { EventRow, StableTables } from './tables.ts';

type Operations = Implementation<typeof stableContract>;

/** Of one horse: a shoeing every six weeks and two lessons a week for seven years. */
const eventsAtMost = 1000;

/** The operations on what happened to horses. */
export function events({
  database,
}: {
  readonly database: Database;
}): Pick<Operations, 'horseEvents' | 'addHorseEvent' | 'changeHorseEvent' | 'removeHorseEvent'> {
  const tables = database.as<StableTables>();

  return {
    async horseEvents({ limit, after, ...asked }) {
      const { id: horse } = await ownHorse(tables, asked);
      const last = after === null ? null : await findEvent(tables, horse, after);
      if (last === undefined) throw afterNotValid();
      const rows = tables
        .selectFrom('stable_events')
        .selectAll()
        .where('horse', '=', horse)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      const found = await (last === null
        ? rows
        : rows.where(sql<boolean>`(at, id) < (${last.at}, ${last.id})`)
      ).execute();
      const items = found.slice(0, limit).map(eventOf);
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    async addHorseEvent({ principal, horse, at, kind, text }) {
      checkTime(at);
      const row: EventRow = { id: newId(), horse, at, kind, text: tidyText(text) };
      await tables.transaction().execute(async (step) => {
        await ownHorse(step, { principal, horse });
        await step.insertInto('stable_events').values(row).execute();
        await refuseTooMany(step, horse);
      });
      return eventOf(row);
    },

    async changeHorseEvent({ principal, horse, event, changes: { at, kind, text } }) {
      if (at !== undefined) checkTime(at);
      return await tables.transaction().execute(async (step) => {
        await ownHorse(step, { principal, horse });
        const row = await findEvent(step, horse, event);
        if (row === undefined) throw eventNotFound();
        const changed = {
          at: at ?? row.at,
          kind: kind ?? row.kind,
          text: text === undefined ? row.text : tidyText(text),
        };
        await step.updateTable('stable_events').set(changed).where('id', '=', event).execute();
        return eventOf({ ...row, ...changed });
      });
    },

    async removeHorseEvent({ principal, horse, event }) {
      await ownHorse(tables, { principal, horse });
      const { numDeletedRows } = await tables
        .deleteFrom('stable_events')
        .where('id', '=', event)
        .where('horse', '=', horse)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw eventNotFound();
      return {};
    },
  };
}

const findEvent = (tables: Kysely<StableTables>, horse: string, id: string) =>
  tables
    .selectFrom('stable_events')
    .selectAll()
    .where('id', '=', id)
    .where('horse', '=', horse)
    .executeTakeFirst();

/** `Instant` is a form; that it is a day of the calendar is seen here. */
function checkTime(at: string): void {
  const parsed = new Date(at);
  if (!Number.isNaN(parsed.getTime()) && parsed.toISOString() === at) return;
  throw new Failure('event-time-not-valid', {
    detail: `There is no such moment as ${at}. Choose another day.`,
  });
}

async function refuseTooMany(step: Kysely<StableTables>, horse: string): Promise<void> {
  const beyond = await step
    .selectFrom('stable_events')
    .select('id')
    .where('horse', '=', horse)
    .limit(1)
    .offset(eventsAtMost)
    .executeTakeFirst();
  if (beyond === undefined) return;
  throw new Failure('too-many-events', {
    detail: `A horse has at most ${eventsAtMost} events. Remove some that no longer matter.`,
  });
}

const tidyText = (text: string) => text.toWellFormed().trim();

const eventOf = ({ id, horse, at, kind, text }: EventRow): HorseEvent => ({ id, horse, at, kind, text });

const eventNotFound = () =>
  new Failure('event-not-found', {
    detail: 'There is no such event of this horse. It may have been removed.',
  });

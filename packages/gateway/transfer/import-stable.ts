import type { Principal } from '@piaffe/auth/contract';
import type { Horse, Rider } from '@piaffe/stable/contract';
import { allPages } from '../all-pages.ts';
import type { Needs } from '../needs.ts';
import type { Archive } from './archive.ts';
import type { ExportedHorse } from './export-format.ts';
import type { ImportReport } from './import-report.ts';

/** Ids of the export, and what has them here. */
export interface NewIds {
  readonly horses: ReadonlyMap<string, string>;
  readonly riders: ReadonlyMap<string, string>;
}

export interface ImportedStable {
  readonly report: Pick<ImportReport, 'horses' | 'riders' | 'events'>;
  readonly ids: NewIds;
}

type Stable = Pick<Needs, 'stable'>;

/** Horses, riders and events. What is here under the same profile, name, or moment is used and not changed. */
export async function importStable(
  { stable }: Stable,
  principal: Principal,
  archive: Archive,
): Promise<ImportedStable> {
  const horses = await importHorses({ stable }, principal, archive);
  const riders = await importRiders({ stable }, principal, archive);
  const events = await importEvents({ stable }, principal, archive, horses.ids);
  return {
    report: { horses: horses.report, riders: riders.report, events },
    ids: { horses: horses.ids, riders: riders.ids },
  };
}

async function importHorses({ stable }: Stable, principal: Principal, archive: Archive) {
  const here = new Map<string, Horse[]>();
  for (const archived of [true, false]) {
    for await (const horse of allPages((page) => stable.horses({ principal, archived, ...page })))
      here.set(fingerprint(horse), [...(here.get(fingerprint(horse)) ?? []), horse]);
  }
  const ids = new Map<string, string>();
  const report: ImportReport['horses'] = [];
  for (const exported of archive.horses) {
    // Each is one horse of the export: two that are called the same stay two.
    const known = here.get(fingerprint(exported))?.shift();
    const horse = known ?? (await addHorse({ stable }, principal, exported));
    ids.set(exported.id, horse.id);
    report.push({ name: horse.name, horse: horse.id, state: known === undefined ? 'new' : 'already-here' });
  }
  return { ids, report };
}

/** A demo horse that was taken along is a horse like any other: no demo stable has it to remove. */
async function addHorse(
  { stable }: Stable,
  principal: Principal,
  { archived, demo: _, ...exported }: ExportedHorse,
): Promise<Horse> {
  const horse = await stable.addHorse({ principal, profile: profileOf(exported), demo: false });
  if (!archived) return horse;
  return stable.changeHorse({ principal, horse: horse.id, changes: { archived } });
}

function profileOf({
  name,
  breed,
  birthYear,
  massKg,
  usualMount,
  timeZone,
}: Omit<ExportedHorse, 'archived' | 'demo'>) {
  return { name, breed, birthYear, massKg, usualMount, timeZone };
}

const fingerprint = (horse: ExportedHorse) => JSON.stringify(profileOf(horse));

async function importRiders({ stable }: Stable, principal: Principal, archive: Archive) {
  const here = new Map<string, Rider>();
  for (const archived of [true, false]) {
    for await (const rider of allPages((page) => stable.riders({ principal, archived, ...page })))
      here.set(rider.name, rider);
  }
  const ids = new Map<string, string>();
  const report: ImportReport['riders'] = [];
  for (const { id, name, archived } of archive.riders) {
    const known = here.get(name);
    const rider = known ?? (await stable.addRider({ principal, name }));
    if (known === undefined && archived) {
      await stable.changeRider({ principal, rider: rider.id, changes: { archived } });
    }
    ids.set(id, rider.id);
    here.set(name, rider);
    report.push({ name, rider: rider.id, state: known === undefined ? 'new' : 'already-here' });
  }
  return { ids, report };
}

async function importEvents(
  { stable }: Stable,
  principal: Principal,
  archive: Archive,
  horses: NewIds['horses'],
): Promise<ImportReport['events']> {
  const told = { new: 0, alreadyHere: 0 };
  for (const [exported, horse] of horses) {
    const here = new Set<string>();
    for await (const { at, kind, text } of allPages((page) =>
      stable.horseEvents({ principal, horse, ...page }),
    )) {
      here.add(JSON.stringify([at, kind, text]));
    }
    for (const { horse: of, at, kind, text } of archive.events) {
      if (of !== exported) continue;
      if (here.has(JSON.stringify([at, kind, text]))) told.alreadyHere++;
      else {
        await stable.addHorseEvent({ principal, horse, at, kind, text });
        told.new++;
      }
    }
  }
  return told;
}

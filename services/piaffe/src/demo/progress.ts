import type { Database } from '@piaffe/storage';
import type { DemoOrder } from './demo-plan.ts';

/** `removed` stays for ever: what somebody has removed does not come again. */
export type DemoState = 'seeding' | 'seeded' | 'removing' | 'removed';

export interface DemoRow {
  readonly state: DemoState;
  /** The account it belongs to. */
  readonly owner: string;
  readonly begun_at: string;
  readonly language: DemoOrder['language'];
  /** How many there will be; null until the first plan was made. */
  readonly rides: number | null;
}

export interface DemoTables {
  /** One row at most. */
  readonly demo_stable: DemoRow & { readonly one: 1 };
  /** What has been handed in, by its key in the plan. Whoever deletes it by hand does not get it again. */
  readonly demo_made: {
    readonly kind: DemoKind;
    readonly key: string;
    /** Of a ride the SHA-256 of its recording, of the others what the stable calls them; null where it was refused. */
    readonly id: string | null;
  };
}

export type DemoKind = 'horse' | 'rider' | 'event' | 'ride';

/** How far the demo of a data folder is, as it stands on the disk. */
export interface Progress {
  read(): Promise<DemoRow | null>;
  begin(row: DemoRow): Promise<void>;
  enter(state: DemoState): Promise<void>;
  expect(rides: number): Promise<void>;
  /** By key, of one kind. */
  made(kind: DemoKind): Promise<ReadonlyMap<string, string | null>>;
  note(kind: DemoKind, key: string, id: string | null): Promise<void>;
}

export function progressOf(database: Database): Progress {
  const tables = database.as<DemoTables>();
  return {
    async read() {
      const row = await tables.selectFrom('demo_stable').selectAll().executeTakeFirst();
      return row ?? null;
    },
    async begin(row) {
      await tables
        .insertInto('demo_stable')
        .values({ one: 1, ...row })
        .execute();
    },
    async enter(state) {
      await tables.updateTable('demo_stable').set({ state }).execute();
    },
    async expect(rides) {
      await tables.updateTable('demo_stable').set({ rides }).execute();
    },
    async made(kind) {
      const rows = await tables.selectFrom('demo_made').selectAll().where('kind', '=', kind).execute();
      return new Map(rows.map(({ key, id }) => [key, id]));
    },
    async note(kind, key, id) {
      await tables.insertInto('demo_made').values({ kind, key, id }).execute();
    },
  };
}

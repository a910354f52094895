// Makes fifteen steps, each of them in several statements, and says which one it is at.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Migration, openStore } from '../src/index.ts';

const steps = Array.from(
  { length: 15 },
  (_, n): Migration => ({
    name: `step-${n}`,
    up: async (database) => {
      writeSync(1, `making ${n}\n`);
      await sql`create table if not exists slow_step (n integer) strict`.execute(database);
      await sql`insert into slow_step values (${n}), (${-1})`.execute(database);
      await pause(Math.random() * 20);
      await sql`delete from slow_step where n = -1`.execute(database);
    },
  }),
);

const store = await openStore(process.argv[2]!, { migrations: { slow: steps } });
await store[Symbol.asyncDispose]();
writeSync(1, 'done\n');

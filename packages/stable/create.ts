import { defineModule } from '@piaffe/kernel';
import type { Database } from '@piaffe/storage';
import { stableContract } from './contract.ts';
import { events } from './events.ts';
import { forget } from './forget.ts';
import { horses } from './horses.ts';
import { riders } from './riders.ts';

export { migrations } from './migrations.ts';

/** Horses, what happened to them, and riders, in the tables of `migrations`. */
export const stableModule = defineModule({
  contract: stableContract,
  create: (
    needs: { readonly database: Database; readonly now: () => Date },
    _config: Record<string, never>,
  ) => ({ ...horses(needs), ...events(needs), ...riders(needs), ...forget(needs) }),
});

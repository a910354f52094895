import { defineModule } from '@piaffe/kernel';
import type { Database } from '@piaffe/storage';
import { stableContract } from './contract.ts';
import { horses } from './horses.ts';
import { riders } from './riders.ts';

export { migrations } from './migrations.ts';

/** Horses and riders, in the tables of `migrations`. */
export const stableModule = defineModule({
  contract: stableContract,
  create: (
    needs: { readonly database: Database; readonly now: () => Date },
    _config: Record<string, never>,
  ) => ({ ...horses(needs), ...riders(needs) }),
});

import type { Implementation } from '@piaffe/kernel';
import type { Database } from '@piaffe/storage';
import type { stableContract } from './contract.ts';
import type { StableTables } from './tables.ts';

/** Everything of an account, at once. */
export function forget({
  database,
}: {
  readonly database: Database;
}): Pick<Implementation<typeof stableContract>, 'forget'> {
  const tables = database.as<StableTables>();
  return {
    async forget({ principal: { account } }) {
      await tables.transaction().execute(async (step) => {
        await step
          .deleteFrom('stable_events')
          .where('horse', 'in', (query) =>
            query.selectFrom('stable_horses').select('id').where('account', '=', account),
          )
          .execute();
        await step.deleteFrom('stable_horses').where('account', '=', account).execute();
        await step.deleteFrom('stable_riders').where('account', '=', account).execute();
      });
      return {};
    },
  };
}

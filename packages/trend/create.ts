import { defineModule } from '@piaffe/kernel';
import { trendContract } from './contract.ts';
import { algorithm, trend } from './trend.ts';

/** Trend needs nothing: it is handed the numbers of the sessions. */
export const trendModule = defineModule({
  contract: trendContract,
  create: (_needs: Record<string, never>, _config: Record<string, never>) => ({
    algorithm: async () => algorithm,
    trend: async (input) => trend(input),
  }),
});

import { defineModule } from '@piaffe/kernel';
import { aggregate, algorithm } from './aggregate.ts';
import { aggregationContract } from './contract.ts';
import type { Files } from './inputs/read-inputs.ts';

export type { Files } from './inputs/read-inputs.ts';

/** Aggregation needs nothing but the files that its inputs refer to. */
export const aggregationModule = defineModule({
  contract: aggregationContract,
  create: (needs: { readonly files: Files }, _config: Record<string, never>) => ({
    algorithm: async () => algorithm,
    aggregate: (input, call) => aggregate(needs.files, input, call),
  }),
});

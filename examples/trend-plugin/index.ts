import type { HostedModule } from '@piaffe/kernel';
import { trendContract } from '@piaffe/trend/contract';
import { trendModule } from '@piaffe/trend/create';
import { earlier } from './earlier.ts';

const asIs = trendModule.create({}, {});

/** The trend that Piaffe comes with, for those who want to be told earlier. */
const plugin: HostedModule<typeof trendContract> = {
  contract: trendContract,
  create: () => ({
    async algorithm(input, call) {
      return earlier.algorithm(await asIs.algorithm(input, call));
    },
    trend: async (input, call) => earlier.trend(await asIs.trend(input, call)),
  }),
};

export default plugin;

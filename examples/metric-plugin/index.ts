import type { HostedModule } from '@piaffe/kernel';
import { metricContract } from '@piaffe/metric/contract';
import { trotDrift, trotDriftDescription } from './trot-drift.ts';
import { coolDown, coolDownDescription, warmUp, warmUpDescription } from './warm-up.ts';

/** Any change of any number is a new version: rides are then measured again. */
const version = '1.0.0';

/** Whether a ride began and ended in walk for long enough, and whether the trot changed on the way. */
const plugin: HostedModule<typeof metricContract> = {
  contract: metricContract,
  create: () => ({
    describe: async () => ({
      version,
      metrics: [warmUpDescription, coolDownDescription, trotDriftDescription],
    }),
    measure: async ({ result: { segments }, series }) => ({
      metrics: {
        warmUp: warmUp(segments),
        coolDown: coolDown(segments),
        trotDrift: trotDrift(segments, series),
      },
    }),
  }),
};

export default plugin;

import { statSync } from 'node:fs';
import type { HostedModule, Implementation } from '@piaffe/kernel';
import { probeContract } from './contract.ts';

const answer = { value: 78.25, unit: '1/min', n: 31 };

/** Does next to nothing, so that what is measured is the way there and back. */
export const probeWork: Implementation<typeof probeContract> = {
  small: async () => answer,
  large: async (table) => table,
  hour: async ({ path }) => ({ bytes: statSync(path).size }),
};

export const probe: HostedModule<typeof probeContract> = {
  contract: probeContract,
  create: () => probeWork,
};

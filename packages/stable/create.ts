import { defineModule } from '@piaffe/kernel';
import { stableContract } from './contract.ts';

export const stableModule = defineModule({
  contract: stableContract,
  create: (): never => {
    throw new Error('not yet there');
  },
});

import { defineModule } from '@piaffe/kernel';
import { authContract } from './contract.ts';

export const authModule = defineModule({
  contract: authContract,
  create: (): never => {
    throw new Error('not yet there');
  },
});

import { defineModule } from '@piaffe/kernel';
import { sessionsContract } from './contract.ts';

export const sessionsModule = defineModule({
  contract: sessionsContract,
  create: (): never => {
    throw new Error('not yet there');
  },
});

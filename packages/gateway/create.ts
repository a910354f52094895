import { defineModule } from '@piaffe/kernel';
import { gatewayContract } from './contract.ts';

export const gatewayModule = defineModule({
  contract: gatewayContract,
  create: (): never => {
    throw new Error('not yet there');
  },
});

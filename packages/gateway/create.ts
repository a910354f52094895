import { defineModule } from '@piaffe/kernel';
import { gatewayContract } from './contract.ts';
import type { Config, Needs } from './needs.ts';
import { createServer } from './server.ts';

export type { PartHealth } from './contract.ts';
export type { Config, Needs } from './needs.ts';

/** Whoever faces the world. `listen` once; `drain`, or disposing of it, ends it. */
export const gatewayModule = defineModule({
  contract: gatewayContract,
  create: (needs: Needs, config: Config) => createServer(needs, config),
});

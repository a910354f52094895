import { threadId } from 'node:worker_threads';
import type { HostedModule } from '../src/index.ts';
import { trialsContract } from './trials.fixture.ts';

const trials: HostedModule<typeof trialsContract> = {
  contract: trialsContract,
  create: () => ({
    echo: async ({ value }) => ({ value }),
    add: async ({ numbers }) => ({ sum: numbers.reduce((a, b) => a + b, 0), threadId, pid: process.pid }),
  }),
};

export const modules = [trials];

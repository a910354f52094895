import { threadId } from 'node:worker_threads';
import { currentContext, currentTrace, Failure, type HostedModule, required } from '@piaffe/kernel';
import { misbehaviour } from './misbehaviour.fixture.ts';
import { purseContract, trialsContract } from './trials-contract.fixture.ts';

const witness = async () => {
  const { principal, deadline } = currentContext();
  const { traceId, traceState } = currentTrace();
  return {
    principal,
    deadline: deadline === Infinity ? null : deadline,
    traceId,
    traceState: traceState?.serialize() ?? '',
  };
};

const purse: HostedModule<typeof purseContract> = {
  contract: purseContract,
  create: () => {
    let left = 10;
    return {
      async take({ amount }) {
        if (amount > left) throw new Failure('empty', { detail: `only ${left} left` });
        left -= amount;
        return { left };
      },
      witness,
      async [Symbol.asyncDispose]() {
        console.log('the purse is closed');
      },
    };
  },
};

/** Also what the plugin file of the tests holds. */
export const trials: HostedModule<typeof trialsContract> = {
  contract: trialsContract,
  needs: [required(purseContract, { answer: 'Nothing can be bought.' })],
  create: (client) => {
    const purse = client(purseContract);
    return {
      echo: async ({ value }) => ({ value }),
      add: async ({ numbers }) => ({ sum: numbers.reduce((a, b) => a + b, 0) }),
      async decline({ code, details }) {
        throw new Failure(code, details);
      },
      async count({ steps }, { onProgress }) {
        for (let i = 1; i <= steps; i++) onProgress({ share: i / steps, step: `step ${i}` });
        return {};
      },
      misbehave: async ({ how }, call) => (await misbehaviour[how](call)) as Record<string, never>,
      whereabouts: async () => ({ pid: process.pid, threadId, environment: Object.keys(process.env) }),
      witness,
      nestedWitness: async () => purse.witness({}),
      spend: async ({ amount }) => purse.take({ amount }),
      async [Symbol.asyncDispose]() {
        console.log('the trials are over');
      },
    };
  },
};

/** The modules of the program that the tests host. */
export const modules = [purse, trials];

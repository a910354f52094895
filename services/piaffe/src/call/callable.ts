import type { Client, Contract } from '@piaffe/kernel';
import type { Files } from '../compose/aggregation.ts';

/** A module that can be asked in a process of its own, without any other. */
export interface Callable {
  readonly contract: Contract;
  /** Creates it, with the files that its inputs refer to. */
  bind(files: Files): Promise<Client<Contract>>;
}

/** The modules that need nothing but their input, each loaded when it is asked for. */
export const callable: Readonly<Record<string, () => Promise<Callable>>> = {
  async aggregation() {
    const { aggregationContract: contract } = await import('@piaffe/aggregation/contract');
    const { bindAggregation } = await import('../compose/aggregation.ts');
    return { contract, bind: async (files) => (await bindAggregation(files)) as unknown as Client<Contract> };
  },
  async trend() {
    const { trendContract: contract } = await import('@piaffe/trend/contract');
    const { bindTrend } = await import('../compose/trend.ts');
    return { contract, bind: async () => (await bindTrend()) as unknown as Client<Contract> };
  },
};

/** The operations whose input may be a recording itself, in place of JSON that refers to one. */
export const takesRecording = (name: string): boolean => name === 'aggregation.aggregate';

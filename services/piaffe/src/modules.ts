import { aggregationContract } from '@piaffe/aggregation/contract';
import { aggregationModule, type Files } from '@piaffe/aggregation/create';
import { bind, type Client } from '@piaffe/kernel';

/** What the modules of this executable need from the machine it runs on. */
interface Machine {
  readonly files: Files;
}

/** The modules compiled into this executable, each behind the checks of its contract. */
interface Modules {
  readonly aggregation: Client<typeof aggregationContract>;
}

export function bindModules(machine: Machine): Modules {
  return {
    aggregation: bind(aggregationContract, aggregationModule.create({ files: machine.files }, {})),
  };
}

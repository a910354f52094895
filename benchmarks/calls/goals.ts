import { printFigure } from '../support/figures.ts';
import { bareNames } from './bare-peers.ts';
import { names } from './shapes.ts';
import type { Microseconds } from './time-in-turns.ts';

/** Its small call once more, in turns with the hour that it is handed. */
export const besideHour = (name: string) => `${name}, small`;

/** Median microseconds by contestant; `hour` of those that were handed one, with their small calls beside it. */
export interface Measured {
  readonly small: Microseconds;
  readonly large: Microseconds;
  readonly hour: Microseconds;
}

/** Prints each goal beside what was measured; one that is missed ends the benchmark with 1. */
export function printGoals({ small, large, hour }: Measured): void {
  const note = 'p50, checked both ways, with deadline, principal and trace context';
  printFigure('here, small', small.get(names.here)!, { unit: 'us', atMost: 1, note });
  printFigure('here, 8.5 kB there and back', large.get(names.here)!, { unit: 'us', atMost: 5, note });
  printFigure('plugin in a worker thread, small', small.get(names.trusted)!, {
    unit: 'us',
    atMost: 40,
    note: 'p50',
  });
  printRatio('process, small', small, names.process, bareNames.socket, 1.2);
  const [handedOver, beside] = [hour.get(names.process)!, hour.get(besideHour(names.process))!];
  printFigure('process, a recorded hour handed over, of its small call', handedOver / beside, {
    unit: 'x',
    atMost: 1.3,
    note: `${handedOver.toFixed(0)} us beside ${beside.toFixed(0)} us; as the file it is kept in, which the process looks at`,
  });
  printRatio('HTTP inside one process, small', small, names.http, bareNames.fastify, 1.3);
  printRatio('HTTP inside one process, 8.5 kB', large, names.http, bareNames.fastify, 1.3);
}

function printRatio(name: string, times: Microseconds, ours: string, bare: string, atMost: number): void {
  const [our, theirs] = [times.get(ours)!, times.get(bare)!];
  printFigure(name, our / theirs, {
    unit: 'x',
    atMost,
    note: `${our.toFixed(0)} us beside ${theirs.toFixed(0)} us of ${bare}`,
  });
}

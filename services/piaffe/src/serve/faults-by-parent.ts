import type { Fault, Faults } from '@piaffe/kernel';

/** What whoever started this process tells it to make go wrong; null: nothing any more. */
export interface FaultOrder {
  readonly module: string;
  readonly fault: Fault | null;
}

/**
 * Lets the process that started this one order faults, over the channel that it opened for that; only a drill opens one.
 * Nothing that comes over the network gets here. Each order is answered with itself once it holds.
 */
export function takeFaultsFromParent(faults: Faults): void {
  process.on('message', (order: FaultOrder) => {
    faults.order(order.module, order.fault);
    process.send?.(order);
  });
  // It keeps nobody from ending.
  process.channel?.unref();
}

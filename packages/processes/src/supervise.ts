import { join } from 'node:path';
import { Child } from './child.ts';
import { dataLimitMb, workerHeapMb } from './memory-limits.ts';
import type { Order } from './order.ts';
import type { Program } from './program.ts';
import { Supervisor } from './supervisor.ts';
import { TrustedPlugin } from './trusted-plugin.ts';

/** Keeps what is ordered running: in a child of `program`, or, where no limits are given, in a thread of this process. */
export function supervise(program: Program, order: Order): Supervisor {
  const { name, modules, plugin, limits, hostSocketPath, folder, onEvent } = order;
  if (limits === null) {
    const threadOrder = { modules, plugin, hostSocketPath };
    return new Supervisor(order, (_, output) => new TrustedPlugin(program, threadOrder, output));
  }
  if (process.platform !== 'linux') {
    const message = 'this system cannot limit its memory; only its heaps are limited';
    onEvent({ kind: 'unlimited', level: 'warn', process: name, pid: null, message });
  }
  return new Supervisor(order, (starts, output) => {
    // A new socket each time, as a child that was killed leaves its own behind.
    const socketPath = join(folder, `${name}-${starts}.sock`);
    const { workers } = limits;
    const childOrder = {
      modules,
      plugin,
      hostSocketPath,
      socketPath,
      workers,
      dataLimitMb: dataLimitMb(limits),
      workerHeapMb: workerHeapMb(limits),
    };
    return new Child(program, childOrder, output);
  });
}

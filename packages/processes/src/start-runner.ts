import { join } from 'node:path';
import type { StartRunner } from '@piaffe/kernel/runner';
import { Child } from './child.ts';
import { childCommand, type Program, workerHeapMb } from './child-command.ts';
import { Supervisor } from './supervisor.ts';
import { TrustedPlugin } from './trusted-plugin.ts';

/** Runs what a host puts apart: in children of `program`, or, where the plan trusts a plugin, in threads of the host. */
export function startRunner(program: Program): StartRunner {
  return (order) => {
    const { name, modules, plugin, limits, hostSocketPath, folder, onEvent } = order;
    if (limits === null) {
      const threadOrder = { modules, plugin, hostSocketPath, socketPath: null };
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
        workerHeapMb: workerHeapMb(limits),
      };
      return new Child(childCommand(program, limits), childOrder, output);
    });
  };
}

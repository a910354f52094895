import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '@piaffe/kernel';
import type { System } from './system.ts';
import type { Target } from './target.ts';

const lookEveryMs = 10;

/** Makes a target go wrong. What it gives ends that, and resolves once what had ended is there again. */
export async function inflict(system: System, target: Target, fault: Fault): Promise<() => Promise<void>> {
  const { by, unit, modules } = target;
  if (by === 'binding') {
    for (const module of modules) await system.order(module, fault);
    return async () => {
      for (const module of modules) await system.order(module, null);
    };
  }
  if (fault !== 'down' && fault !== 'hung') throw new TypeError(`${fault} is not done to a process`);
  if (unit.kind === 'child') return keepFromWorking(system, target, fault);
  const processes = unit.kind === 'server' ? [system.server] : system.at(unit);
  if (fault === 'hung') {
    for (const process of processes) process.signal('SIGSTOP');
    return async () => {
      for (const process of processes) process.signal('SIGCONT');
    };
  }
  for (const process of processes) await process.kill();
  return async () => {
    for (const process of processes) await process.start();
  };
}

/** A child is started again by its server: every one of them meets the same, until it is over. */
async function keepFromWorking(
  system: System,
  { unit }: Target,
  fault: 'down' | 'hung',
): Promise<() => Promise<void>> {
  const signal = fault === 'down' ? 'SIGKILL' : 'SIGSTOP';
  const stopped = new Set<number>();
  let over = false;
  const meet = () => {
    const pid = system.server.childOf(unit.at[0]!);
    if (pid === null || stopped.has(pid)) return;
    stopped.add(pid);
    send(pid, signal);
  };
  meet();
  const meeting = (async () => {
    while (!over) {
      meet();
      await sleep(lookEveryMs);
    }
  })();
  return async () => {
    over = true;
    await meeting;
    if (fault === 'hung') for (const pid of stopped) send(pid, 'SIGCONT');
  };
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

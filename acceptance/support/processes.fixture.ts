import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Why the processes of a server cannot be found here; false where they can. */
export const noProcesses: string | false =
  process.platform === 'linux' ? false : 'the processes of a server are found in /proc, which only Linux has';

/** The computation process of a server, once there is one. */
export async function computationOf(server: { readonly pid: number }): Promise<number> {
  for (;;) {
    const [child] = childrenOf(server.pid);
    if (child !== undefined) return child;
    await setTimeout(20);
  }
}

export function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Sends a signal to a process that may have ended meanwhile. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

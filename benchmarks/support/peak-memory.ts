import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What running a command to its end took. */
export interface Run {
  readonly code: number | null;
  /** Seconds of wall time. */
  readonly seconds: number;
  /** Highest proportional set size of the whole process tree that was seen, in MB (10^6 bytes). */
  readonly peakMegabytes: number;
}

const sampleEveryMs = 50;

/**
 * Runs a command and watches the memory of its whole process tree (Linux only). Proportional set size counts a page that
 * n processes share as 1/n in each, so a sum over processes counts no page twice.
 */
export function measure(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    const pid = child.pid;
    if (pid === undefined) return;
    let peakMegabytes = 0;
    const sample = () => {
      peakMegabytes = Math.max(peakMegabytes, treeMegabytes(pid));
    };
    const timer = setInterval(sample, sampleEveryMs);
    child.once('exit', (code) => {
      clearInterval(timer);
      resolve({
        code,
        seconds: (performance.now() - started) / 1000,
        peakMegabytes,
      });
    });
  });
}

/** Proportional set size of a process and all its descendants, in MB (10^6 bytes). */
export function treeMegabytes(pid: number): number {
  return (proportionalSetSize(processTree(pid)) * 1024) / 1e6;
}

/** The process and all its descendants, as process ids. */
function processTree(pid: number): readonly number[] {
  const children = threads(pid).flatMap((thread) =>
    (readOrNull(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(processTree)];
}

/** The sum over the given processes, in kB; one that has ended meanwhile counts nothing. */
function proportionalSetSize(pids: readonly number[]): number {
  return pids
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readOrNull(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes, 0);
}

function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

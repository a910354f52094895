import type { ProcessLimits } from '@piaffe/kernel/shape';

/** What an idle Node has mapped to write to before any module asks for memory, most of it set aside and never used. */
const idleMb = { main: process.arch === 'x64' ? 640 : 256, worker: 128 };

/** Of a child as a whole, in MB, with what Node sets aside. */
export function dataLimitMb({ memoryMb, workers }: ProcessLimits): number {
  return memoryMb + idleMb.main + workers * idleMb.worker;
}

/** Heap for each worker, in MB: a quarter of the memory is left for what lies outside of heaps. */
export function workerHeapMb({ memoryMb, workers }: ProcessLimits): number {
  return Math.floor((memoryMb * 3) / 4 / workers);
}

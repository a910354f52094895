import type { Jump, Metric } from '../schemas/session-result.ts';
import { missing, notComputed } from './metric.ts';

/** Jumps are not found by this version; the keys of the result keep their place. */
export function jumps(): { list: Jump[]; count: Metric } {
  return { list: [], count: missing('1', notComputed) };
}

import { harmless } from '../harmless.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from './layout.ts';

/** How a batch of `count` files went, with the names of those that were rejected. */
export function closingLine(count: number, rejected: readonly string[], { width }: Terminal): string[] {
  const analysed = `${count - rejected.length} of ${count} analysed`;
  if (rejected.length === 0) return [analysed];
  return wrap(`${analysed}; ${rejected.length} rejected: ${rejected.map(harmless).join(', ')}`, width, 2);
}

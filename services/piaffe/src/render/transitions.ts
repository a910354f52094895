import type { SessionResult } from '@piaffe/aggregation/contract';
import { gaitDrawings } from './drawings.ts';
import type { Footnotes } from './footnotes.ts';
import { flow, wrap } from './layout.ts';
import { doubtMark } from './metric-cell.ts';
import { dash } from './numbers.ts';
import type { Paint } from './style.ts';

/** How many changes of gait there were, and the kinds of them, the commonest first. */
export function transitions(
  { transitions: list, metrics }: SessionResult,
  width: number,
  paint: Paint,
  footnotes: Footnotes,
): string[] {
  const { value, reason } = metrics.transitions.count;
  if (value === null) return wrap(`${dash} ${reason}`, width, 2);
  const kinds = new Map<string, number>();
  for (const { fromGait, toGait } of list) {
    const kind = `${gaitDrawings[fromGait].name}-${gaitDrawings[toGait].name}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const byCount = [...kinds].sort(([, a], [, b]) => b - a);
  const parts = byCount.map(
    ([kind, count], index) => `${kind} ${count}${index < byCount.length - 1 ? ',' : ''}`,
  );
  const total = `${value}${doubtMark([metrics.transitions.count], paint, footnotes)}`;
  return flow([parts.length > 0 ? `${total}:` : total, ...parts], width, ' ');
}

import { Failure } from '@piaffe/kernel';
import type { Corrections } from '../schemas/aggregate-input.ts';

/** How far (s) a correction may reach beyond the end, which people see rounded. */
const tolerance = 0.1;

/** Whether corrections can be any at all is known before anything is read. */
export function checkCorrections(corrections: Corrections | null): void {
  if (corrections === null) return;
  const inOrder = corrections.segments.toSorted((a, b) => a.from - b.from);
  for (const [i, { gait, from, to }] of inOrder.entries()) {
    if (from >= to)
      throw notValid(`The end of a ${gait}, ${to} s, does not come after its beginning, ${from} s.`);
    const before = inOrder[i - 1];
    if (before && before.to > from)
      throw notValid(
        `A ${before.gait} until ${before.to} s and a ${gait} from ${from} s overlap; a horse has one gait at a time.`,
      );
  }
}

/** @param end of the whole ride, s */
export function checkWithin(corrections: Corrections | null, end: number): void {
  if (corrections === null) return;
  const { segments, jumps } = corrections;
  const late = [...segments.map(({ to }) => to), ...jumps.added, ...jumps.removed].find(
    (at) => at > end + tolerance,
  );
  if (late !== undefined)
    throw notValid(`One is at ${late} s, but the ride ends at ${Math.floor(10 * end) / 10} s.`);
}

function notValid(detail: string): Failure {
  return new Failure('corrections-not-valid', { detail });
}

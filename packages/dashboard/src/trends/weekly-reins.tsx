import type { HorseTrend as Trend } from '@piaffe/client';
import { ReinShares } from '../pieces/rein-shares.tsx';
import { shortDay } from './days.ts';
import { words } from './words.ts';

/** How the curves of each week were shared between the reins. */
export function WeeklyReins({ load }: { load: Trend['load'] }) {
  const weeks = load.weeks.filter(({ reins }) => reins.left + reins.right > 0);
  if (weeks.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="weekly-reins">
      <h2 id="weekly-reins">{words.weeklyReins}</h2>
      <ol className="rein-weeks">
        {weeks.map(({ from, reins: { left, right } }) => (
          <li key={from}>
            <span className="tiny soft">{shortDay(from)}</span>
            <ReinShares left={left} right={right} />
          </li>
        ))}
      </ol>
    </section>
  );
}

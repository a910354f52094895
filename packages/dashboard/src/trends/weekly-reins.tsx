import type { HorseTrend as Trend } from '@piaffe/client';
import { percent } from '../format/numbers.ts';
import { reinDrawings } from '../ride/gaits.ts';
import { shortDay } from './days.ts';
import { words } from './words.ts';

/** How the curves of each week were shared between the reins: the middle is where both had the same. */
export function WeeklyReins({ load }: { load: Trend['load'] }) {
  const weeks = load.weeks.filter(({ reins }) => reins.left + reins.right > 0);
  if (weeks.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="weekly-reins">
      <h2 id="weekly-reins">{words.weeklyReins}</h2>
      <ol className="rein-weeks">
        {weeks.map(({ from, reins: { left, right } }) => {
          const share = left / (left + right);
          const [onLeft, onRight] = [percent(share), percent(1 - share)];
          return (
            <li key={from}>
              <span className="tiny soft">{shortDay(from)}</span>
              <span className="week-reins" role="img" aria-label={words.reinsOf(onLeft, onRight)}>
                <span
                  style={{
                    width: `${share * 100}%`,
                    backgroundColor: reinDrawings.left.colour,
                    color: reinDrawings.left.ink,
                  }}
                >
                  {reinDrawings.left.letter} {onLeft}
                </span>
                <span
                  style={{
                    flex: 1,
                    backgroundColor: reinDrawings.right.colour,
                    color: reinDrawings.right.ink,
                  }}
                >
                  {onRight} {reinDrawings.right.letter}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

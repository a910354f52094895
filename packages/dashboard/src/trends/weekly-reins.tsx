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
                {(['left', 'right'] as const).map((rein) => (
                  <Share key={rein} rein={rein} share={rein === 'left' ? share : 1 - share} />
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Its text stands where there is room for it. */
function Share({ rein, share }: { rein: 'left' | 'right'; share: number }) {
  const { colour, ink, letter } = reinDrawings[rein];
  if (share === 0) return null;
  return (
    <span style={{ width: `${share * 100}%`, backgroundColor: colour, color: ink }}>
      {share > 0.15 && `${letter} ${percent(share)}`}
    </span>
  );
}

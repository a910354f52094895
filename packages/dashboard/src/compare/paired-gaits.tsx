import type { SessionResult } from '@piaffe/client';
import { clock } from '../format/times.ts';
import { gaitDrawings, type MovingGait, movingGaits, reinDrawings, reins } from '../ride/gaits.ts';
import { words } from './words.ts';

type Metrics = SessionResult['metrics'];

/** How long each gait was ridden on each rein, one ride above the other on one scale. */
export function PairedGaits({ a, b }: { a: Metrics; b: Metrics }) {
  const timeOf = (metrics: Metrics, gait: MovingGait) => metrics.gaits[gait].time.value ?? 0;
  const ridden = movingGaits.filter((gait) => timeOf(a, gait) + timeOf(b, gait) > 0);
  const longest = Math.max(1, ...ridden.flatMap((gait) => [timeOf(a, gait), timeOf(b, gait)]));
  return (
    <section className="card stack" aria-labelledby="paired-gaits">
      <h2 id="paired-gaits">{words.gaitByRein}</h2>
      {ridden.map((gait) => (
        <div key={gait} className="stack-tight">
          <h3>{gaitDrawings[gait].name}</h3>
          {[a, b].map((metrics, index) => (
            <div key={index === 0 ? 'a' : 'b'} className="lettered">
              <span className="letter">{index === 0 ? 'A' : 'B'}</span>
              <div className="rein-line">
                <span className="boxes" aria-hidden="true">
                  {reins.map((rein) => {
                    const seconds = metrics.gaitByRein[gait][rein].time.value ?? 0;
                    const { colour, ink, letter } = reinDrawings[rein];
                    const share = seconds / longest;
                    return (
                      <span
                        key={rein}
                        style={{ width: `${100 * share}%`, backgroundColor: colour, color: ink }}
                      >
                        {share > 0.06 && letter}
                      </span>
                    );
                  })}
                </span>
                <span className="tiny soft numbers">
                  {reins
                    .map((rein) => {
                      const { value } = metrics.gaitByRein[gait][rein].time;
                      return `${reinDrawings[rein].letter} ${value === null ? '–' : clock(value)}`;
                    })
                    .join(' · ')}
                </span>
              </div>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

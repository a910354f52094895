import type { SessionResult } from '@piaffe/client';
import { dash } from '../../format/numbers.ts';
import { clock } from '../../format/times.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { gaitDrawings, movingGaits, reinDrawings, reins } from '../../ride/gaits.ts';
import { Doubt, Doubts } from '../tiles/metric-value.tsx';
import { words } from '../words.ts';

/** How long each gait was ridden on each rein. */
export function GaitByRein({ metrics }: { metrics: SessionResult['metrics'] }) {
  const ridden = movingGaits.filter((gait) => (metrics.gaits[gait].time.value ?? 0) > 0);
  const times = ridden.flatMap((gait) => reins.map((rein) => metrics.gaitByRein[gait][rein].time));
  const longest = Math.max(1, ...times.map(({ value }) => value ?? 0));
  const reasons = [...new Set(times.flatMap(({ value, reason }) => (value === null ? [reason] : [])))];
  return (
    <section className="card" aria-labelledby="gait-by-rein">
      <div className="section-head">
        <h2 id="gait-by-rein">{words.gaitByRein}</h2>
        <p className="tiny soft">{words.minutes}</p>
      </div>
      {ridden.length === 0 ? (
        <p className="soft">{words.noStrides}</p>
      ) : (
        <table className="gait-by-rein numbers">
          <thead>
            <tr>
              <th scope="col">
                <span className="for-screen-readers">{words.gait}</span>
              </th>
              {reins.map((rein) => (
                <th key={rein} scope="col">
                  {reinDrawings[rein].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ridden.map((gait) => (
              <tr key={gait}>
                <th scope="row">{gaitDrawings[gait].name}</th>
                {reins.map((rein) => {
                  const { time } = metrics.gaitByRein[gait][rein];
                  const { value } = time;
                  return (
                    <td key={rein} className={value ? undefined : 'soft'}>
                      {value === null ? dash : clock(value)}
                      {value !== null && value > 0 && (
                        <span className="track" aria-hidden="true">
                          <span
                            className="filled"
                            style={{
                              width: `${(value / longest) * 100}%`,
                              backgroundColor: reinDrawings[rein].colour,
                            }}
                          />
                        </span>
                      )}
                      {value !== 0 && <Doubt metric={time} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Doubts metrics={times.filter(({ value }) => value !== 0)} />
      {reasons.map((reason) => (
        <p key={reason} className="small soft">
          {dash} {reasonText(reason) ?? words.notKnownWhy}
        </p>
      ))}
    </section>
  );
}

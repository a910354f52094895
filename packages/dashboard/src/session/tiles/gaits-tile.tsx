import type { SessionResult } from '@piaffe/client';
import { percent } from '../../format/numbers.ts';
import { exactDuration } from '../../format/times.ts';
import { GaitBar } from '../../pieces/gait-bar.tsx';
import { type Gait, gaitDrawings, gaits, movingGaits } from '../../ride/gaits.ts';
import { gaitWords } from '../../ride/words.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubt, Doubts, MetricValue } from './metric-value.tsx';
import { Tile } from './tile.tsx';

/** How long each gait was ridden. */
export function GaitsTile({ metrics }: { metrics: SessionResult['metrics'] }) {
  const ridden = gaits.filter((gait) => (metrics.gaits[gait].time.value ?? 0) > 0);
  const notRidden = movingGaits.filter((gait) => !ridden.includes(gait));
  const times = ridden.map((gait: Gait) => ({ gait, seconds: metrics.gaits[gait].time.value ?? 0 }));
  return (
    <Tile title={words.gaits} className="gaits-tile">
      <GaitBar times={times} />
      <table className="numbers">
        <tbody>
          {times.map(({ gait, seconds }) => {
            const { name, letter, colour, ink } = gaitDrawings[gait];
            return (
              <tr key={gait}>
                <th scope="row">
                  <span className="key" style={{ backgroundColor: colour, color: ink }} aria-hidden="true">
                    {letter}
                  </span>
                  {name} <Doubt metric={metrics.gaits[gait].time} />
                </th>
                <td>{exactDuration(seconds)}</td>
                <td className="soft">{percent(metrics.gaits[gait].share.value ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="pairs small">
        <dt>{words.gaitMinutes}</dt>
        <dd>
          <MetricValue metric={metrics.load.gaitMinutes} digits={0} unit="" />
        </dd>
        <dd className="whole">
          <UsualRange name="load.gaitMinutes" metric={metrics.load.gaitMinutes} />
        </dd>
      </dl>
      <Doubts metrics={ridden.map((gait) => metrics.gaits[gait].time)} />
      {notRidden.length > 0 && (
        <p className="tiny soft">
          {words.notRidden(notRidden.map((gait) => gaitWords[gait].inText).join(', '))}
        </p>
      )}
    </Tile>
  );
}

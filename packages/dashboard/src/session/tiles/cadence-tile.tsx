import type { Metric, SessionResult } from '@piaffe/client';
import { digitsOf, shown, unitOf } from '../../format/units.ts';
import { gaitDrawings, type MovingGait, movingGaits } from '../../ride/gaits.ts';
import { isTrendMetric } from '../../trends/trend-metrics.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubts, MetricValue } from './metric-value.tsx';
import { Tile } from './tile.tsx';

/** How quick and how steady the strides were, gait by gait. */
export function CadenceTile({ metrics }: { metrics: SessionResult['metrics'] }) {
  const ridden = movingGaits.filter((gait) => (metrics.gaits[gait].time.value ?? 0) > 0);
  return (
    <Tile title={words.cadence} className="cadence-tile">
      {ridden.length === 0 && <p className="small">{words.noStrides}</p>}
      <ul>
        {ridden.map((gait) => {
          const { name, letter, colour, ink } = gaitDrawings[gait];
          const { cadence, regularity, elevation } = metrics.gaits[gait];
          return (
            <li key={gait}>
              <h3>
                <span className="key" style={{ backgroundColor: colour, color: ink }} aria-hidden="true">
                  {letter}
                </span>
                {name}
              </h3>
              <dl className="pairs small">
                <dt>{words.strideRate}</dt>
                <dd>
                  <MetricValue metric={cadence} digits={0} unit={words.perMinute} />
                </dd>
                <UsualOf gait={gait} name="cadence" metric={cadence} />
                <dt>{words.regularity}</dt>
                <dd>
                  <MetricValue metric={regularity} digits={1} unit={words.ofTenShort} />
                </dd>
                <UsualOf gait={gait} name="regularity" metric={regularity} />
                <dt>{words.elevation}</dt>
                <dd>
                  <MetricValue
                    metric={elevation}
                    digits={digitsOf('elevation')}
                    unit={unitOf('elevation')}
                    factor={shown('elevation', 1)}
                  />
                </dd>
                <UsualOf gait={gait} name="elevation" metric={elevation} />
              </dl>
              <Doubts metrics={[cadence, regularity, elevation]} />
            </li>
          );
        })}
      </ul>
    </Tile>
  );
}

/** What was usual of a gait's number; not every gait has a trend. */
function UsualOf({ gait, name, metric }: { gait: MovingGait; name: string; metric: Metric }) {
  const path = `gaits.${gait}.${name}`;
  if (!isTrendMetric(path)) return null;
  return (
    <dd className="whole">
      <UsualRange name={path} metric={metric} />
    </dd>
  );
}

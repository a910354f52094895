import type { SessionResult } from '@piaffe/client';
import { exactDuration } from '../../format/times.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubts, MetricValue } from './metric-value.tsx';
import { Tile } from './tile.tsx';
import '../../styles/heart-rate.css';

const zones = ['z1', 'z2', 'z3', 'z4', 'z5'] as const;
const own = words.heartRateTile;

/** How hard the heart worked, and how soon it was quiet again. */
export function HeartRateTile({ metrics: { heartRate } }: { metrics: SessionResult['metrics'] }) {
  const { mean, max, recovery } = heartRate;
  const times = zones.map((zone) => ({ zone, seconds: heartRate.zones[zone].value ?? 0 }));
  const ridden = times.filter(({ seconds }) => seconds > 0);
  return (
    <Tile title={own.title} className="heart-rate-tile">
      <dl className="pairs small">
        <dt>{own.mean}</dt>
        <dd>
          <MetricValue metric={mean} digits={0} unit={own.unit} />
        </dd>
        <dd className="whole">
          <UsualRange name="heartRate.mean" metric={mean} />
        </dd>
        <dt>{own.highest}</dt>
        <dd>
          <MetricValue metric={max} digits={0} unit={own.unit} />
        </dd>
        <dd className="whole">
          <UsualRange name="heartRate.max" metric={max} />
        </dd>
      </dl>
      {ridden.length > 0 && (
        <div className="stack-tight">
          <p className="tiny soft">{own.zones}</p>
          <div className="zone-bar" aria-hidden="true">
            {ridden.map(({ zone, seconds }) => (
              <span key={zone} className={zone} style={{ flexGrow: seconds }}>
                {zone.slice(1)}
              </span>
            ))}
          </div>
          <dl className="pairs tiny numbers">
            {ridden.map(({ zone, seconds }) => (
              <div key={zone}>
                <dt>
                  {zone.slice(1)}: {own.names[zone]}
                </dt>
                <dd>{exactDuration(seconds)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <dl className="pairs small">
        <dt>{own.recovery}</dt>
        <dd>{recovery.value !== null && exactDuration(recovery.value)}</dd>
        <dd className="whole">
          {recovery.value === null ? (
            <MetricValue metric={recovery} digits={0} unit="s" />
          ) : (
            <UsualRange name="heartRate.recovery" metric={recovery} />
          )}
        </dd>
      </dl>
      <Doubts metrics={[mean, max]} />
    </Tile>
  );
}

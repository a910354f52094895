import type { Horse, SessionResult } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { digitsOf, shown, unitOf, withUnit } from '../../format/units.ts';
import { movingGaits } from '../../ride/gaits.ts';
import { gaitWords } from '../../ride/words.ts';
import { isTrendMetric } from '../../trends/trend-metrics.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubt, Doubts, MetricValue, Missing } from './metric-value.tsx';
import { Tile } from './tile.tsx';
import { addedKilograms, wholeEnergy } from './whole-energy.ts';

const own = words.wayTile;

/** How far, how fast and how high, and what that cost. */
export function WayTile({ metrics, horse }: { metrics: SessionResult['metrics']; horse: Horse }) {
  const { distance, climb, gaits } = metrics.position;
  const { perKilogram } = metrics.energy;
  const ridden = movingGaits.filter((gait) => gaits[gait].speed.value !== null);
  const megajoules = wholeEnergy(perKilogram.value, horse.massKg);
  return (
    <Tile title={own.title} className="way-tile">
      {distance.value === null ? (
        <Missing reason={distance.reason} />
      ) : (
        <>
          <p className="big">
            <span className="numbers">{fixed(shown('distance', distance.value), digitsOf('distance'))}</span>
            <span className="soft unit">{unitOf('distance')}</span>
            <Doubt metric={distance} />
          </p>
          <UsualRange name="position.distance" metric={distance} />
        </>
      )}
      <dl className="pairs small">
        {ridden.map((gait) => {
          const name = `position.gaits.${gait}.speed`;
          return (
            <div key={gait}>
              <dt>{own.speed(gaitWords[gait].inText)}</dt>
              <dd>
                <MetricValue
                  metric={gaits[gait].speed}
                  digits={digitsOf('speed')}
                  unit={unitOf('speed')}
                  factor={shown('speed', 1)}
                />
              </dd>
              {isTrendMetric(name) && (
                <dd className="whole">
                  <UsualRange name={name} metric={gaits[gait].speed} />
                </dd>
              )}
            </div>
          );
        })}
        <dt>{own.climb}</dt>
        <dd>
          <MetricValue
            metric={climb}
            digits={digitsOf('height')}
            unit={unitOf('height')}
            factor={shown('height', 1)}
          />
        </dd>
        <dt>{own.energy}</dt>
        <dd>
          <MetricValue metric={perKilogram} digits={1} unit={own.energyUnit} />
        </dd>
      </dl>
      {megajoules !== null && horse.massKg !== null && (
        <p className="tiny soft">
          {own.wholeEnergy(
            fixed(megajoules, 1),
            withUnit('mass', horse.massKg),
            withUnit('mass', addedKilograms),
          )}
        </p>
      )}
      {perKilogram.value !== null && horse.massKg === null && <p className="tiny soft">{own.noMass}</p>}
      <Doubts metrics={[distance, climb, perKilogram]} />
    </Tile>
  );
}

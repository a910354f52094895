import type { SessionResult } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { countCombinations, flightOf } from '../../ride/jumps.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubt, Doubts, Missing } from './metric-value.tsx';
import { Tile } from './tile.tsx';

const own = words.jumpsTile;

/** How often it jumped. */
export function JumpsTile({ result: { metrics, jumps } }: { result: SessionResult }) {
  const { count } = metrics.jumps;
  const combinations = countCombinations(jumps);
  const flights = jumps.map(flightOf).filter((flight) => flight !== null);
  if (count.value === null)
    return (
      <Tile title={own.title}>
        <Missing reason={count.reason} />
      </Tile>
    );
  return (
    <Tile title={own.title}>
      <p className="big">
        <span className="numbers">{count.value}</span>
        {combinations > 0 && <span className="soft unit">{own.combinations(combinations)}</span>}
        <Doubt metric={count} />
      </p>
      {count.value === 0 ? (
        <p className="small soft">{own.none}</p>
      ) : (
        <>
          <UsualRange name="jumps.count" metric={count} />
          {flights.length > 0 && (
            <dl className="pairs small">
              <dt>{own.flight}</dt>
              <dd className="numbers">
                <strong>{fixed(flights.reduce((sum, one) => sum + one, 0) / flights.length, 2)}</strong>{' '}
                <span className="soft">s</span>
              </dd>
            </dl>
          )}
        </>
      )}
      <Doubts metrics={[count]} />
    </Tile>
  );
}

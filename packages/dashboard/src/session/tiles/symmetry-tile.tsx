import type { SessionResult } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { symmetryTone } from '../../ride/symmetry-tone.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Doubt, Doubts, MetricValue, Missing } from './metric-value.tsx';
import { Tile } from './tile.tsx';

/** The two halves of straight trot strides compared, and what that is and is not. */
export function SymmetryTile({ result: { metrics, symmetryPhases } }: { result: SessionResult }) {
  const { score, minDiff, maxDiff } = metrics.symmetry;
  return (
    <Tile title={words.symmetry} className="symmetry-tile">
      {score.value === null ? (
        <Missing reason={score.reason} />
      ) : (
        <>
          <p className="big">
            <span
              className="swatch"
              style={{ backgroundColor: symmetryTone(score.value) }}
              aria-hidden="true"
            />
            <span className="numbers">{fixed(score.value, 1)}</span>
            <span className="soft unit">{words.ofTen}</span>
            <Doubt metric={score} />
          </p>
          <UsualRange name="symmetry.score" metric={score} />
          <Doubts metrics={[score]} />
          <dl className="pairs small">
            <dt>{words.lowest}</dt>
            <dd>
              <MetricValue metric={minDiff} digits={1} unit="mm" />
            </dd>
            <dd className="whole">
              <UsualRange name="symmetry.minDiff" metric={minDiff} />
            </dd>
            <dt>{words.highest}</dt>
            <dd>
              <MetricValue metric={maxDiff} digits={1} unit="mm" />
            </dd>
            <dd className="whole">
              <UsualRange name="symmetry.maxDiff" metric={maxDiff} />
            </dd>
          </dl>
          <p className="small soft">{words.symmetryBasis(score.n ?? 0, symmetryPhases.length)}</p>
        </>
      )}
      <p className="tiny soft">{words.symmetryIs}</p>
    </Tile>
  );
}

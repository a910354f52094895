import type { SessionResult } from '@piaffe/client';
import { percent } from '../../format/numbers.ts';
import { exactDuration } from '../../format/times.ts';
import { QualityMark } from '../../pieces/quality-mark.tsx';
import { leastQuality } from '../../ride/doubt.ts';
import { reinDrawings, reins } from '../../ride/gaits.ts';
import { words } from '../words.ts';
import { Doubt, Doubts, Missing } from './metric-value.tsx';
import { Tile } from './tile.tsx';

/** How long each rein was ridden. */
export function ReinsTile({ metrics }: { metrics: SessionResult['metrics'] }) {
  const shares = reins.map((rein) => ({ rein, ...metrics.reins[rein] }));
  const left = metrics.reins.left.time.value ?? 0;
  const right = metrics.reins.right.time.value ?? 0;
  const turned = left + right;
  const ofTurns = leastQuality([metrics.reins.left.time, metrics.reins.right.time]);
  const missing = shares.find(({ share }) => share.value === null);
  return (
    <Tile title={words.reins} className="reins-tile">
      {missing ? (
        <Missing reason={missing.share.reason} />
      ) : (
        <>
          <div className="rein-bar" aria-hidden="true">
            {shares.map(({ rein, share }) => {
              const { colour, ink, letter } = reinDrawings[rein];
              return (
                <span key={rein} style={{ flexGrow: share.value ?? 0, backgroundColor: colour, color: ink }}>
                  {(share.value ?? 0) > 0.07 && letter}
                </span>
              );
            })}
          </div>
          <dl className="rein-times numbers">
            {shares.map(({ rein, share, time }) => (
              <div key={rein}>
                <dt className="small soft">{reinDrawings[rein].name}</dt>
                <dd>
                  <strong>{percent(share.value ?? 0)}</strong>
                  <span className="tiny soft">{exactDuration(time.value ?? 0)}</span>
                  <Doubt metric={share} />
                </dd>
              </div>
            ))}
          </dl>
          {turned > 0 && (
            <p className="small soft">
              {left === turned || right === turned
                ? words.allTurns(left === turned ? words.left : words.right)
                : words.ofTheTurns(percent(left / turned), percent(right / turned))}{' '}
              {ofTurns !== 'good' && <QualityMark quality={ofTurns} />}
            </p>
          )}
          <Doubts metrics={shares.flatMap(({ share, time }) => [share, time])} />
        </>
      )}
    </Tile>
  );
}

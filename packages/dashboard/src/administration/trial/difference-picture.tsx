import type { Trial } from '@piaffe/client';
import { fixed, percent } from '../../format/numbers.ts';
import { words } from '../words.ts';
import { reachOf, shownDifference, unitOfDifference } from './difference-scale.ts';
import { metricName } from './metric-name.ts';

type Difference = Trial['differences'][number];

/** In how many rides a metric would change, and how far: from the line in the middle, which is no change. */
export function DifferencePicture({
  difference: { metric, sessions, median, largest, appeared, vanished },
  compared,
}: {
  difference: Difference;
  compared: number;
}) {
  const place = (value: number) => {
    const share = shownDifference(metric, value) / reachOf(metric);
    return 50 + 50 * Math.max(-1, Math.min(1, share));
  };
  return (
    <li className="difference stack-tight">
      <h3>{metricName(metric)}</h3>
      <p className="small">{words.inRides(sessions, compared)}</p>
      <div className="progress" aria-hidden="true">
        <div style={{ width: percent(compared === 0 ? 0 : sessions / compared).replace(/[< ]/g, '') }} />
      </div>
      {median !== null && largest !== null && (
        <>
          <div className="how-far" aria-hidden="true">
            <span
              className="median"
              style={{
                insetInlineStart: `${Math.min(50, place(median))}%`,
                width: `${Math.abs(place(median) - 50)}%`,
              }}
            />
            <span className="largest" style={{ insetInlineStart: `${place(largest)}%` }} />
          </div>
          <p className="small numbers">
            {words.medianIs(said(metric, median))} {words.largestIs(said(metric, largest))}
          </p>
        </>
      )}
      {appeared > 0 && <p className="small">{words.appeared(appeared)}</p>}
      {vanished > 0 && <p className="small">{words.vanished(vanished)}</p>}
    </li>
  );
}

/** `+0.30 of 10`: with the sign, and as many digits as it takes to see it. */
function said(metric: string, difference: number): string {
  const value = shownDifference(metric, difference);
  const size = Math.abs(value);
  const digits = size === 0 ? 0 : Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(size))));
  const unit = unitOfDifference(metric);
  return `${value > 0 ? '+' : ''}${fixed(value, digits)}${unit === '' ? '' : ` ${unit}`}`;
}

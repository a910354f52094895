import type { Horse, HorseTrend as Trend } from '@piaffe/client';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { shortDate } from '../format/dates.ts';
import { Icon } from '../pieces/icon.tsx';
import type { TrendMetric } from './trend-metrics.ts';
import { words } from './words.ts';

const shownAtOnce = 8;

/** What lay outside this horse's own band, in careful words: once is to be watched, three times in a row to be talked about. */
export function OutOfRangeList({
  trend,
  horse,
  timeZone,
  onChoose,
}: {
  trend: Trend;
  horse: Horse;
  timeZone: string;
  onChoose: (metric: TrendMetric) => void;
}) {
  const dates = new Map(trend.sessions.map(({ id, at }) => [id, at]));
  const when = (id: string) => shortDate(dates.get(id) ?? '', timeZone);
  const runs = trend.outOfRange.slice(0, shownAtOnce);
  return (
    <section className="card stack-tight" aria-labelledby="out-of-range">
      <h2 id="out-of-range">{words.outOfRange}</h2>
      {runs.length === 0 && <p className="soft">{words.nothingOut(horse.name)}</p>}
      <ul className="runs">
        {runs.map(({ metric, direction, sessions, inARow, ongoing, advice }) => (
          <li
            key={`${metric} ${sessions[0]}`}
            className={advice === 'talk-to-your-vet' ? 'run strong' : 'run'}
          >
            <Icon name={advice === 'talk-to-your-vet' ? 'warn' : 'wait'} />
            <div className="stack-tight">
              <p>
                <button type="button" className="as-link" onClick={() => onChoose(metric)}>
                  {words.metrics[metric].name}
                </button>{' '}
                {words.wasOut(direction, inARow)}
                {!ongoing && <span className="soft"> {words.backInside}</span>}
              </p>
              <p className="small">{words.advice[advice]}</p>
              <p className="small soft">
                {sessions.map((session, index) => (
                  <span key={session}>
                    {index > 0 && ' · '}
                    <Link to={addresses.session(session)}>{when(session)}</Link>
                  </span>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="tiny soft">{words.notADiagnosis}</p>
    </section>
  );
}

import type { Horse, HorseTrend as Trend } from '@piaffe/client';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { shortDate } from '../format/dates.ts';
import { Icon } from '../pieces/icon.tsx';
import { outAtPresent } from './out-at-present.ts';
import type { TrendMetric } from './trend-metrics.ts';
import { words } from './words.ts';

type Run = Trend['outOfRange'][number];

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
  const news = outAtPresent(trend, new Date());
  const over = trend.outOfRange.filter((run) => !news.includes(run));
  const rows = (runs: readonly Run[]) => (
    <ul className="runs">
      {runs.map((run) => (
        <li
          key={`${run.metric} ${run.sessions[0]}`}
          className={run.advice === 'talk-to-your-vet' ? 'run strong' : 'run'}
        >
          <Icon name={run.advice === 'talk-to-your-vet' ? 'warn' : 'wait'} />
          <div className="stack-tight">
            <p>
              <button type="button" className="as-link" onClick={() => onChoose(run.metric)}>
                {words.metrics[run.metric].name}
              </button>{' '}
              {words.wasOut(run.direction, run.inARow)}
              {!run.ongoing && <span className="soft"> {words.backInside}</span>}
            </p>
            <p className="small">{words.advice[run.advice]}</p>
            <p className="small soft">
              {run.sessions.map((session, index) => (
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
  );
  return (
    <section className="card stack-tight" aria-labelledby="out-of-range">
      <h2 id="out-of-range">{words.outOfRange}</h2>
      {news.length === 0 && <p className="soft">{words.nothingOut(horse.name)}</p>}
      {rows(news)}
      {over.length > 0 && (
        <details>
          <summary>{words.earlier(over.length)}</summary>
          {rows(over)}
        </details>
      )}
      <p className="tiny soft">{words.notADiagnosis}</p>
    </section>
  );
}

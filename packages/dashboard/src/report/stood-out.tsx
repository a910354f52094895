import type { HorseTrend } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { valueText } from '../trends/trend-metrics.ts';
import { words as trendWords } from '../trends/words.ts';

/** What of the symmetry was outside this horse's own range up to this ride, and since when; nothing where nothing was. */
export function StoodOut({
  trend,
  session,
  timeZone,
}: {
  trend: HorseTrend;
  session: string;
  timeZone: string;
}) {
  const dates = new Map(trend.sessions.map(({ id, at }) => [id, at]));
  const day = (at: string | undefined) => (at === undefined ? '' : shortDate(at, timeZone));
  const runs = trend.outOfRange.filter(({ sessions }) => sessions.includes(session));
  const changes = trend.metrics.flatMap(({ metric, changes }) =>
    changes.map((change) => ({ metric, ...change })),
  );
  return (
    <ul className="stood-out">
      {runs.map(({ metric, direction, inARow, sessions }) => (
        <li key={metric}>
          <strong>{trendWords.metrics[metric].name}</strong> {trendWords.wasOut(direction, inARow)}{' '}
          <span className="soft">{trendWords.since(day(dates.get(sessions[0] ?? '')))}</span>
        </li>
      ))}
      {changes.map(({ metric, session: at, at: when, before, after }) => (
        <li key={`${metric} ${at}`}>
          <strong>{trendWords.metrics[metric].name}:</strong>{' '}
          {trendWords.changed(
            day(when),
            valueText(metric, before),
            valueText(metric, after),
            trendWords.metrics[metric].unit,
          )}
        </li>
      ))}
    </ul>
  );
}

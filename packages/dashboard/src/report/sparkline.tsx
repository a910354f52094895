import type { HorseTrend, MetricTrend } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { onScale } from '../ride/scales.ts';
import { bandOf, pointsOf } from '../trends/chart/plot.ts';
import { scaleOf } from '../trends/trend-metrics.ts';
import { words } from './words.ts';

const size = { width: 320, height: 84, edge: 8 };

/** The rides before as dots by their date, on what was usual until then, with what happened; the last is the ride of the report. */
export function Sparkline({
  trend,
  metric,
  timeZone,
}: {
  trend: HorseTrend;
  metric: MetricTrend;
  timeZone: string;
}) {
  const scale = scaleOf(metric.metric);
  const points = pointsOf(trend, metric);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const span = Math.max(1, last.at - first.at);
  const x = (at: number) => size.edge + ((at - first.at) / span) * (size.width - 2 * size.edge);
  const y = (value: number) =>
    size.height - size.edge - onScale(scale, value).share * (size.height - 2 * size.edge);
  const band = bandOf(points);
  const outline = [
    ...band.map(({ at, high }) => `${x(at)},${y(high ?? 0)}`),
    ...band.toReversed().map(({ at, low }) => `${x(at)},${y(low ?? 0)}`),
  ].join(' ');
  const events = trend.events
    .map(({ at, kind, text }) => ({ key: `${at} ${kind} ${text}`, at: Date.parse(at) / 1000 }))
    .filter(({ at }) => at >= first.at && at <= last.at);
  const day = (at: number) => shortDate(new Date(at * 1000).toISOString(), timeZone);
  const middle = first.at + span / 2;
  return (
    <figure className="sparkline">
      <figcaption className="soft">{words.lastRides(points.length)}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={words.lastRides(points.length)}
      >
        {scale.marks.map((mark) => (
          <line key={mark} className="line" x1={0} x2={size.width} y1={y(mark)} y2={y(mark)} />
        ))}
        {band.length > 1 && <polygon className="band" points={outline} />}
        {events.map(({ key, at }) => (
          <line key={key} className="event" x1={x(at)} x2={x(at)} y1={0} y2={size.height} />
        ))}
        {points.map(({ id, at, value }) => (
          <circle
            key={id}
            className={id === last.id ? 'this' : undefined}
            cx={x(at)}
            cy={y(value)}
            r={id === last.id ? 5 : 3}
          />
        ))}
      </svg>
      <p className="ends soft numbers">
        <span>{day(first.at)}</span>
        <span>{day(middle)}</span>
        <span>{words.thisRide}</span>
      </p>
      <p className="soft numbers">{words.sparkScale(String(scale.from), String(scale.to))}</p>
    </figure>
  );
}

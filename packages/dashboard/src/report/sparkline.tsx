import type { HorseTrend, MetricTrend } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { onScale } from '../ride/scales.ts';
import { scaleOf } from '../trends/trend-metrics.ts';
import { words } from './words.ts';

/** How many rides are shown: enough to see whether one ride is like the others. */
const most = 20;
const size = { width: 320, height: 70, edge: 8 };

/** The latest rides as dots on what was usual before each; the last one is the ride of the report. */
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
  const rides = trend.sessions
    .flatMap(({ id, at }, index) => {
      const value = metric.points.value[index] ?? null;
      const [low, high] = [metric.points.low[index] ?? null, metric.points.high[index] ?? null];
      return value === null ? [] : [{ id, at, value, low, high }];
    })
    .slice(-most);
  const [first, last] = [rides[0], rides.at(-1)];
  if (!first || !last || rides.length < 2) return null;
  const step = (size.width - 2 * size.edge) / (rides.length - 1);
  const x = (index: number) => size.edge + index * step;
  const y = (value: number) =>
    size.height - size.edge - onScale(scale, value).share * (size.height - 2 * size.edge);
  return (
    <figure className="sparkline">
      <figcaption className="soft">{words.lastRides(rides.length)}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words.lastRides(rides.length)}>
        {scale.marks.map((mark) => (
          <line key={mark} className="line" x1={0} x2={size.width} y1={y(mark)} y2={y(mark)} />
        ))}
        {rides.map(({ id, low, high }, index) =>
          low === null || high === null ? null : (
            <rect
              key={id}
              className="band"
              x={x(index) - step / 2}
              width={step}
              y={y(high)}
              height={Math.max(1, y(low) - y(high))}
            />
          ),
        )}
        {rides.map(({ id, value }, index) => (
          <circle
            key={id}
            className={index === rides.length - 1 ? 'this' : undefined}
            cx={x(index)}
            cy={y(value)}
            r={index === rides.length - 1 ? 5 : 3}
          />
        ))}
      </svg>
      <p className="ends soft numbers">
        <span>{shortDate(first.at, timeZone)}</span>
        <span>
          {scale.from}–{scale.to}
        </span>
        <span>{words.thisRide}</span>
      </p>
    </figure>
  );
}

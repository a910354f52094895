import type { Horse, MetricTrend, Rider, HorseTrend as Trend } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { type TimeSpan, TrendChart } from './chart/trend-chart.tsx';
import { ChartKey } from './chart-key.tsx';
import { unitText } from './trend-metrics.ts';
import { WhatItSays } from './what-it-says.tsx';
import { words } from './words.ts';

/** One metric over time, what is usual for this horse, and what happened meanwhile. */
export function LargeMetric({
  trend,
  metric,
  span,
  riders,
  horse,
  timeZone,
}: {
  trend: Trend;
  metric: MetricTrend;
  span: TimeSpan;
  riders: readonly Rider[];
  horse: Horse;
  timeZone: string;
}) {
  const { name, means } = words.metrics[metric.metric];
  const isShown = ({ at }: { at: string }) => Date.parse(at) / 1000 >= span.from;
  return (
    <section className="card large-metric" aria-labelledby="large-metric">
      <h2 id="large-metric">
        {name} <span className="small soft">{unitText(metric.metric)}</span>
      </h2>
      <p className="small soft">{means}</p>
      <TrendChart trend={trend} metric={metric} span={span} size="large" timeZone={timeZone} height={280} />
      <ChartKey trend={trend} />
      <WhatItSays trend={trend} metric={metric} riders={riders} horse={horse} />
      {(trend.events.some(isShown) || trend.versionChanges.some(isShown)) && (
        <ul className="small event-lines">
          {trend.events.filter(isShown).map(({ at, kind, text }) => (
            <li key={`${at} ${kind} ${text}`}>
              <strong>{shortDate(at, timeZone)}</strong> {words.events[kind]}
              {text !== '' && `: ${text}`}
            </li>
          ))}
          {trend.versionChanges.filter(isShown).map(({ at, from, to }) => (
            <li key={`${at} ${to}`} className="soft">
              <strong>{shortDate(at, timeZone)}</strong> {words.versionChanged(from, to)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

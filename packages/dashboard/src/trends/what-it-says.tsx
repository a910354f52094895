import type { Horse, MetricTrend, Rider, HorseTrend as Trend } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { reasonText } from '../language/reason-text.tsx';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { unitText, valueText } from './trend-metrics.ts';
import { words } from './words.ts';

/** The chart in sentences: what is usual, whether it moves, what changed; or why nothing is said yet. */
export function WhatItSays({
  trend,
  metric,
  riders,
  horse,
}: {
  trend: Trend;
  metric: MetricTrend;
  riders: readonly Rider[];
  horse: Horse;
}) {
  const unit = unitText(metric.metric);
  const number = (value: number | null) => (value === null ? '' : valueText(metric.metric, value));
  const latest = metric.baselines.toSorted((a, b) => b.n - a.n)[0];
  const { slope, changes } = metric;
  return (
    <ul className="says">
      {latest && latest.median !== null && (
        <li>
          {words.usualFor(horse.name, number(latest.low), number(latest.high), unit, latest.n)}{' '}
          <span className="small soft">{groupText(trend.groups[latest.group], riders)}</span>
        </li>
      )}
      {(!latest || latest.median === null) && (
        <li>{reasonText(latest?.reason ?? null) ?? words.noBandYet}</li>
      )}
      {slope.perWeek === null ? (
        <li>{reasonText(slope.reason) ?? words.noSlope}</li>
      ) : (
        (changes.length === 0 || isClear(slope)) && <li>{slopeText(metric)}</li>
      )}
      {changes.map(({ session, at, before, after }) => (
        <li key={session}>
          {words.changed(shortDate(at, horse.timeZone), number(before), number(after), unit)}
        </li>
      ))}
    </ul>
  );
}

/** A change of level says more than that there is no steady rise beside it. */
const isClear = ({ p }: Pick<MetricTrend['slope'], 'p'>) => p !== null && p < 0.05;

function slopeText({ metric, slope: { perWeek, low, high, p, n } }: MetricTrend): string {
  const amount = (value: number | null) => {
    if (value === null) return '';
    const text = valueText(metric, value * 4, 1);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  };
  const unit = unitText(metric);
  if (!isClear({ p })) return words.steady(amount(low), amount(high), unit, n);
  const way = (perWeek ?? 0) > 0 ? words.rises : words.falls;
  return way(amount(perWeek), amount(low), amount(high), unit, n);
}

function groupText(group: Trend['groups'][number] | undefined, riders: readonly Rider[]): string {
  if (group === undefined) return '';
  const rider = group.rider === null ? null : (riders.find(({ id }) => id === group.rider)?.name ?? null);
  const said = [
    group.type && rideTypes.show(group.type),
    group.surface && surfaces.show(group.surface),
    rider,
  ].filter((part) => part !== null);
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}

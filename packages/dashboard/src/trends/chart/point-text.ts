import type { MetricTrend } from '@piaffe/client';
import { shortDate } from '../../format/dates.ts';
import { pointNumber, unitText } from '../trend-metrics.ts';
import { words } from '../words.ts';
import type { Point } from './plot.ts';

/** `Tue 4 Nov: 7.2 cm, usual 6.1 to 8.4` */
export function pointText(
  { at, value, low, high, quality }: Point,
  { metric }: MetricTrend,
  timeZone: string,
): string {
  const unit = unitText(metric);
  const number = (of: number) => pointNumber(metric, of);
  const when = shortDate(new Date(at * 1000).toISOString(), timeZone);
  const usual = low === null || high === null ? words.noBandYet : words.usualIs(number(low), number(high));
  const doubt = quality === 'good' ? '' : `, ${words.lessCertain}`;
  return `${when}: ${number(value)} ${unit}${doubt}; ${usual}`;
}

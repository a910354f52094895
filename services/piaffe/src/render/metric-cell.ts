import type { Metric, Quality } from '@piaffe/aggregation/contract';
import type { Footnotes } from './footnotes.ts';
import { dash } from './numbers.ts';
import type { Paint } from './style.ts';

const marks: Readonly<Record<Quality, string>> = { good: '●', fair: '◐', poor: '○', none: ' ' };

export const qualityLegend = `quality: ${marks.good} good  ${marks.fair} fair  ${marks.poor} poor`;

/** The mark of a quality: shape and colour say the same. */
export function qualityMark(quality: Quality, paint: Paint): string {
  return quality === 'none' ? marks.none : paint(quality, marks[quality]);
}

/** Value, spread, unit and quality of a metric in one cell; where it is missing a dash, its reason as a footnote. */
export function metricCell(
  metric: Metric,
  digits: number,
  paint: Paint,
  footnotes: Footnotes,
  unit = '',
): string {
  const note = metric.reason === null ? ' ' : footnotes.sign(metric.reason);
  if (metric.value === null) return `${dash} ${note}`;
  const spread = metric.spread === null ? '' : paint('dim', ` ±${metric.spread.toFixed(digits)}`);
  return `${metric.value.toFixed(digits)}${spread}${unit && ` ${unit}`} ${qualityMark(metric.quality, paint)}${note}`;
}

/** Mark and footnote of the least good of metrics that are shown together; nothing where all of them are good. */
export function doubtMark(metrics: readonly Metric[], paint: Paint, footnotes: Footnotes): string {
  const least =
    metrics.find(({ quality }) => quality === 'poor') ?? metrics.find(({ quality }) => quality === 'fair');
  if (least === undefined) return '';
  const note = least.reason === null ? '' : footnotes.sign(least.reason);
  return ` ${qualityMark(least.quality, paint)}${note}`;
}

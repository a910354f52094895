import type { Metric } from '@piaffe/client';
import { onScale } from '../../ride/scales.ts';
import { scaleOf, shownValue, type TrendMetric, valueText } from '../../trends/trend-metrics.ts';
import { words } from '../words.ts';
import { besideBand } from './beside-band.ts';
import { bandOf, useUsual } from './usual-context.tsx';
import '../../styles/usual.css';

/** What was usual for this horse, as a bar with this ride's value on it; nothing where nothing is usual yet. */
export function UsualRange({ name, metric }: { name: TrendMetric; metric: Metric }) {
  const band = bandOf(useUsual(), name);
  if (band === null || metric.value === null) return null;
  const scale = scaleOf(name);
  const percentAt = (value: number) => 100 * onScale(scale, shownValue(name, value)).share;
  const [low, high] = [percentAt(band.low), percentAt(band.high)];
  const beside = besideBand(metric, band);
  return (
    <span className="usual tiny">
      <span className="usual-bar" aria-hidden="true">
        <span className="band" style={{ left: `${low}%`, width: `${Math.max(1, high - low)}%` }} />
        <span className="at" style={{ left: `${percentAt(metric.value)}%` }} />
      </span>
      <span className="soft numbers">
        {words.usualRange(valueText(name, band.low), valueText(name, band.high))}
        {beside !== null && <strong>, {beside === 'above' ? words.aboveUsual : words.belowUsual}</strong>}
      </span>
    </span>
  );
}

import type { HorseTrend as Trend } from '@piaffe/client';
import { Icon } from '../pieces/icon.tsx';
import { WhenSeen } from '../pieces/when-seen.tsx';
import { changing } from './changing.ts';
import { type TimeSpan, TrendChart } from './chart/trend-chart.tsx';
import { type TrendMetric, trendMetricNames, unitText, valueText } from './trend-metrics.ts';
import { words } from './words.ts';

/** px */
const smallHeight = 92;

/** Every metric that was measured, on the same time axis; one that is chosen becomes the large one. */
export function SmallMultiples({
  trend,
  span,
  chosen,
  timeZone,
  onChoose,
}: {
  trend: Trend;
  span: TimeSpan;
  chosen: TrendMetric;
  timeZone: string;
  onChoose: (metric: TrendMetric) => void;
}) {
  const measured = trendMetricNames.flatMap((name) => {
    const metric = trend.metrics.find((one) => one.metric === name);
    return metric?.points.value.some((value) => value !== null) ? [metric] : [];
  });
  const moving = changing(trend);
  return (
    <section className="stack-tight" aria-labelledby="all-metrics">
      <h2 id="all-metrics">{words.allMetrics}</h2>
      <ul className="multiples">
        {measured.map((metric) => {
          const { name } = words.metrics[metric.metric];
          const direction = moving.find((one) => one.metric === metric.metric)?.direction;
          const last = metric.points.value.findLast((value) => value !== null) ?? null;
          return (
            <li key={metric.metric}>
              <button
                type="button"
                className="card multiple"
                aria-pressed={metric.metric === chosen}
                onClick={() => {
                  onChoose(metric.metric);
                  document.getElementById('large-metric')?.scrollIntoView({ block: 'center' });
                }}
              >
                <span className="multiple-head small">
                  <strong>
                    {name}
                    {direction && <Icon name={direction === 'rises' ? 'up' : 'down'} size={16} />}
                  </strong>
                  {last !== null && (
                    <span className="numbers">
                      {valueText(metric.metric, last)}{' '}
                      <span className="tiny soft">{unitText(metric.metric)}</span>
                    </span>
                  )}
                </span>
                <WhenSeen height={smallHeight}>
                  <TrendChart
                    trend={trend}
                    metric={metric}
                    span={span}
                    size="small"
                    timeZone={timeZone}
                    height={smallHeight}
                  />
                </WhenSeen>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

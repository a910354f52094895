import type { SessionResult } from '@piaffe/client';
import { QualityMark } from '../pieces/quality-mark.tsx';
import { doubtOf } from '../ride/doubt.ts';
import { metricAt } from '../ride/metric-at.ts';
import { UsualRange } from '../session/usual/usual-range.tsx';
import { type TrendMetric, trendMetricNames, unitText, valueText } from '../trends/trend-metrics.ts';
import { words as trendWords } from '../trends/words.ts';
import { words } from './words.ts';

/** What was measured, with its spread, beside what is usual for this horse. Symmetry has its own place. */
export function KeyNumbers({ metrics }: { metrics: SessionResult['metrics'] }) {
  const shown = trendMetricNames.filter(
    (name) => !name.startsWith('symmetry.') && metricAt(metrics, name).value !== null,
  );
  return (
    <section aria-labelledby="key-numbers">
      <h2 id="key-numbers">{words.keyNumbers}</h2>
      <div className="key-numbers">
        {shown.map((name) => (
          <Row key={name} name={name} metrics={metrics} />
        ))}
      </div>
    </section>
  );
}

/** Its spread is how it varied over the ride, not how sure the mean is. */
const isOverTheRide = (name: TrendMetric) => name === 'heartRate.mean';

function Row({ name, metrics }: { name: TrendMetric; metrics: SessionResult['metrics'] }) {
  const metric = metricAt(metrics, name);
  const { value, spread, quality } = metric;
  return (
    <div>
      <span>{trendWords.metrics[name].name}</span>
      <span className="numbers">
        <strong>{value !== null && valueText(name, value)}</strong>{' '}
        <span className="soft">
          {spread !== null && !isOverTheRide(name) && `± ${valueText(name, spread)} `}
          {unitText(name)}
        </span>{' '}
        {quality !== 'good' && <QualityMark quality={quality} reason={doubtOf(metric)} />}
      </span>
      <UsualRange name={name} metric={metric} />
    </div>
  );
}

import type { Metric, SessionResult, Usual } from '@piaffe/client';
import { dash } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { metricAt } from '../ride/metric-at.ts';
import { onScale } from '../ride/scales.ts';
import { Doubt } from '../session/tiles/metric-value.tsx';
import { bandOf } from '../session/usual/usual-context.tsx';
import {
  scaleOf,
  shownValue,
  type TrendMetric,
  trendMetricNames,
  unitText,
  valueText,
} from '../trends/trend-metrics.ts';
import { words as trendWords } from '../trends/words.ts';
import { saidOf } from './difference.ts';
import { words } from './words.ts';

type Metrics = SessionResult['metrics'];

/** Every number that one of the two has, as a pair on one fixed scale. */
export function PairedMetrics({ a, b, usual }: { a: Metrics; b: Metrics; usual: Usual | null }) {
  const shown = trendMetricNames.filter((name) =>
    [a, b].some((metrics) => metricAt(metrics, name).value !== null),
  );
  return (
    <section className="card stack" aria-labelledby="paired-metrics">
      <h2 id="paired-metrics">{words.numbers}</h2>
      <p className="small soft">{words.numbersHelp}</p>
      <ul className="paired">
        {shown.map((name) => (
          <Pair key={name} name={name} a={metricAt(a, name)} b={metricAt(b, name)} usual={usual} />
        ))}
      </ul>
    </section>
  );
}

function Pair({ name, a, b, usual }: { name: TrendMetric; a: Metric; b: Metric; usual: Usual | null }) {
  const band = bandOf(usual, name);
  return (
    <li>
      <h3>
        {trendWords.metrics[name].name} <span className="tiny soft">{unitText(name)}</span>
      </h3>
      <div className="values numbers">
        <Value letter="A" name={name} metric={a} />
        <Value letter="B" name={name} metric={b} />
        {a.value !== null && b.value !== null && (
          <span>
            <span className="tiny soft">{words.difference}</span>{' '}
            <strong>{signed(name, b.value - a.value)}</strong>
          </span>
        )}
      </div>
      <PairBar name={name} values={[a.value, b.value]} band={band} />
      {a.value !== null && b.value !== null && <p className="tiny soft">{words.said[saidOf(a, b, band)]}</p>}
    </li>
  );
}

function Value({ letter, name, metric }: { letter: 'A' | 'B'; name: TrendMetric; metric: Metric }) {
  const { value, spread, reason } = metric;
  return (
    <span>
      <span className="letter">{letter}</span>{' '}
      {value === null ? (
        <span className="soft">
          {dash} <span className="tiny">{reasonText(reason)}</span>
        </span>
      ) : (
        <>
          <strong>{valueText(name, value)}</strong>{' '}
          {spread !== null && name !== 'heartRate.mean' && (
            <span className="tiny soft">± {valueText(name, spread)}</span>
          )}{' '}
          <Doubt metric={metric} />
        </>
      )}
    </span>
  );
}

function PairBar({
  name,
  values,
  band,
}: {
  name: TrendMetric;
  values: readonly (number | null)[];
  band: ReturnType<typeof bandOf>;
}) {
  const scale = scaleOf(name);
  const percentAt = (value: number) => 100 * onScale(scale, shownValue(name, value)).share;
  const [low, high] = band ? [percentAt(band.low), percentAt(band.high)] : [0, 0];
  return (
    <div className="pair-bar" aria-hidden="true">
      {band && <span className="band" style={{ left: `${low}%`, width: `${Math.max(1, high - low)}%` }} />}
      {values.map((value, index) =>
        value === null ? null : (
          <span
            key={index === 0 ? 'a' : 'b'}
            className={index === 0 ? 'dot a' : 'dot b'}
            style={{ left: `${percentAt(value)}%` }}
          >
            {index === 0 ? 'A' : 'B'}
          </span>
        ),
      )}
    </div>
  );
}

/** `+0.4`, `−0.4`, `0.0`: of B against A. */
function signed(name: TrendMetric, difference: number): string {
  const text = valueText(name, difference);
  if (!/[1-9]/.test(text)) return text.replace('−', '');
  return difference > 0 ? `+${text}` : text;
}

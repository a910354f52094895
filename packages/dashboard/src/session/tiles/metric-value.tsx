import type { Metric } from '@piaffe/client';
import { dash, fixed } from '../../format/numbers.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { QualityMark } from '../../pieces/quality-mark.tsx';
import { doubtOf } from '../../ride/doubt.ts';
import { words } from '../words.ts';

/** A number with its unit, its spread and how far to trust it; where there is none, why. */
export function MetricValue({
  metric,
  digits,
  unit,
  factor = 1,
}: {
  metric: Metric;
  digits: number;
  unit: string;
  /** Of the unit that is shown to the one of the metric. */
  factor?: number;
}) {
  const { value, spread, reason } = metric;
  if (value === null) {
    return (
      <span className="metric missing">
        {dash} <span className="tiny">{reasonText(reason) ?? words.notKnownWhy}</span>
      </span>
    );
  }
  return (
    <span className="metric numbers">
      <span className="number">
        <strong>{fixed(factor * value, digits)}</strong>
        <span className="soft">
          {spread !== null && ` ± ${fixed(factor * spread, digits)}`} {unit}
        </span>
      </span>{' '}
      <Doubt metric={metric} />
    </span>
  );
}

/** The mark of a number that is not as good as can be; good ones have none. */
export function Doubt({ metric }: { metric: Metric }) {
  const { value, quality } = metric;
  if (value === null || quality === 'good') return null;
  return <QualityMark quality={quality} reason={doubtOf(metric)} />;
}

/** Why some of the numbers of a tile are not to be trusted, each reason once. */
export function Doubts({ metrics }: { metrics: readonly Metric[] }) {
  const reasons = metrics.map(doubtOf).filter((reason) => reason !== null);
  return [...new Set(reasons)].map((reason) => (
    <p key={reason} className="tiny soft">
      {words.doubt} {reasonText(reason)}
    </p>
  ));
}

/** What stands in place of a tile's number. */
export function Missing({ reason }: { reason: string | null }) {
  return (
    <p className="missing">
      <span className="soft">{words.noNumber}</span> {reasonText(reason) ?? words.notKnownWhy}
    </p>
  );
}

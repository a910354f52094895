import type { Metric } from '@piaffe/client';
import { dash, fixed } from '../../format/numbers.ts';
import { QualityMark } from '../../pieces/quality-mark.tsx';
import { words } from '../words.ts';

/** A number with its unit, its spread and how far to trust it; where there is none, why. */
export function MetricValue({
  metric: { value, spread, quality, reason },
  digits,
  unit,
}: {
  metric: Metric;
  digits: number;
  unit: string;
}) {
  if (value === null) {
    return (
      <span className="metric missing">
        {dash} <span className="tiny">{reason ?? words.notKnownWhy}</span>
      </span>
    );
  }
  return (
    <span className="metric numbers">
      <span className="number">
        <strong>{fixed(value, digits)}</strong>
        <span className="soft">
          {spread !== null && ` ± ${fixed(spread, digits)}`} {unit}
        </span>
      </span>{' '}
      {quality !== 'good' && <QualityMark quality={quality} reason={reason} />}
    </span>
  );
}

/** Why some of the numbers of a tile are not to be trusted, each reason once. */
export function Doubts({ metrics }: { metrics: readonly Metric[] }) {
  const reasons = metrics.flatMap(({ value, reason }) => (value === null || reason === null ? [] : [reason]));
  return [...new Set(reasons)].map((reason) => (
    <p key={reason} className="tiny soft">
      {words.doubt} {reason}
    </p>
  ));
}

/** What stands in place of a tile's number. */
export function Missing({ reason }: { reason: string | null }) {
  return (
    <p className="missing">
      <span className="soft">{words.noNumber}</span> {reason ?? words.notKnownWhy}
    </p>
  );
}

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
      <strong>{fixed(value, digits)}</strong>
      {spread !== null && <span className="soft"> ± {fixed(spread, digits)}</span>}
      <span className="soft"> {unit}</span>{' '}
      {quality !== 'good' && <QualityMark quality={quality} reason={reason} withText={false} />}
    </span>
  );
}

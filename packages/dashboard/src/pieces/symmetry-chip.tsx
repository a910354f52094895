import type { Metric } from '@piaffe/client';
import { dash, fixed } from '../format/numbers.ts';
import { symmetryTone } from '../ride/symmetry-tone.ts';
import { QualityMark } from './quality-mark.tsx';

/** The symmetry of a ride in a list: its colour, its number, how far to trust it. */
export function SymmetryChip({ score }: { score: Metric }) {
  if (score.value === null) {
    return (
      <span className="symmetry-chip soft" title={score.reason ?? undefined}>
        Symmetry {dash}
        <span className="for-screen-readers">{score.reason}</span>
      </span>
    );
  }
  return (
    <span className="symmetry-chip">
      <span className="swatch" style={{ backgroundColor: symmetryTone(score.value) }} aria-hidden="true" />
      <span>
        Symmetry <strong className="numbers">{fixed(score.value, 1)}</strong>
      </span>
      <QualityMark quality={score.quality} withText={false} />
    </span>
  );
}

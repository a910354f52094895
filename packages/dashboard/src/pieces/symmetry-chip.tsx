import type { Metric } from '@piaffe/client';
import { fixed } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { symmetryTone } from '../ride/symmetry-tone.ts';
import { QualityMark } from './quality-mark.tsx';
import { words } from './words.ts';

/** The symmetry of a ride in a list: its colour, its number, how far to trust it. */
export function SymmetryChip({ score }: { score: Metric }) {
  if (score.value === null) {
    return (
      <span className="tiny soft">
        {words.noSymmetry} {reasonText(score.reason)}
      </span>
    );
  }
  return (
    <span className="symmetry-chip">
      <span className="swatch" style={{ backgroundColor: symmetryTone(score.value) }} aria-hidden="true" />
      <span>
        {words.symmetry} <strong className="numbers">{fixed(score.value, 1)}</strong>
      </span>
      <QualityMark quality={score.quality} />
    </span>
  );
}

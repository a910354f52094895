import { percent } from '../format/numbers.ts';
import { reinDrawings } from '../ride/gaits.ts';
import '../styles/rein-shares.css';
import { words } from './words.ts';

/** How curves were shared between the reins: in the middle where both had the same. In any unit, not both 0. */
export function ReinShares({ left, right }: { left: number; right: number }) {
  const share = left / (left + right);
  return (
    <span className="rein-shares" role="img" aria-label={words.reinsOf(percent(share), percent(1 - share))}>
      <Share rein="left" share={share} />
      <Share rein="right" share={1 - share} />
    </span>
  );
}

/** Its text stands where there is room for it. */
function Share({ rein, share }: { rein: 'left' | 'right'; share: number }) {
  const { colour, ink, letter } = reinDrawings[rein];
  if (share === 0) return null;
  return (
    <span style={{ width: `${share * 100}%`, backgroundColor: colour, color: ink }}>
      {share > 0.15 && `${letter} ${percent(share)}`}
    </span>
  );
}

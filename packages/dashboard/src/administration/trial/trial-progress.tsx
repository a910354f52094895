import type { Trial } from '@piaffe/client';
import { words } from '../words.ts';

/** How far a trial is, and the way to end it. */
export function TrialProgress({ trial: { done, total }, onStop }: { trial: Trial; onStop: () => void }) {
  const share = total === 0 ? 0 : (100 * done) / total;
  return (
    <div className="trial-progress">
      <div className="stack-tight">
        <p>{words.trying(done, total)}</p>
        <div
          className="progress"
          role="progressbar"
          aria-label={words.recompute}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share)}
        >
          <div style={{ width: `${share}%` }} />
        </div>
      </div>
      <button type="button" className="button" onClick={onStop}>
        {words.stopTrial}
      </button>
    </div>
  );
}

import type { Session } from '@piaffe/client';
import { percent } from '../format/numbers.ts';
import { Icon } from './icon.tsx';
import { stateWords } from './words.ts';

/** How far a ride is. One that is done, and whose numbers are of today, needs no word. */
export function StateBadge({
  session: { state, progress },
}: {
  session: Pick<Session, 'state' | 'progress'>;
}) {
  if (state === 'done') return null;
  if (state === 'queued' || state === 'running') {
    return (
      <span className="badge accent">
        <Icon name="wait" size={14} />
        {stateWords[state]}
        {state === 'running' && progress && <span className="numbers">{percent(progress.share)}</span>}
      </span>
    );
  }
  return (
    <span className="badge bad">
      <Icon name="warn" size={14} />
      {stateWords[state]}
    </span>
  );
}

import type { Session } from '@piaffe/client';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { longDate } from '../format/dates.ts';
import { percent } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { Icon } from '../pieces/icon.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** What keeps a ride from being all there: it is waited for, failed, out of date, or removed. */
export function SessionState({
  session,
  timeZone,
  onChanged,
}: {
  session: Session;
  timeZone: string;
  onChanged: (session: Session) => void;
}) {
  const { busy, problem, run } = useAction();
  const params = { path: { session: session.id } };
  const restore = async () => onChanged(await api.post('/sessions/{session}/restore', { params }));
  const retry = async () => onChanged(await api.post('/sessions/{session}/retry', { params }));
  return (
    <>
      {session.removedAt !== null && (
        <div className="note warn" role="status">
          <div className="words stack-tight">
            <h2>{words.removedTitle}</h2>
            {session.purgedAt && (
              <p className="small">{words.removedText(longDate(session.purgedAt, timeZone))}</p>
            )}
          </div>
          <button type="button" className="button" aria-disabled={busy} onClick={() => run(restore)}>
            <Icon name="undo" /> {words.undo}
          </button>
        </div>
      )}
      <Analysis session={session} busy={busy} onRetry={() => run(retry)} />
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function titleOf({ state, progress, computed }: Session): string {
  if (state !== 'running') return computed ? words.staleTitle : words.queuedTitle;
  const share = percent(progress?.share ?? 0);
  return computed ? words.staleRunning(share) : words.runningTitle(share);
}

function Analysis({ session, busy, onRetry }: { session: Session; busy: boolean; onRetry: () => void }) {
  const { state, progress, reason, computed } = session;
  if (state === 'queued' || state === 'running') {
    const share = progress?.share ?? 0;
    const isRunning = state === 'running';
    return (
      <div className="note analysis" role="status">
        <div className="words stack-tight">
          <h2>{titleOf(session)}</h2>
          <p className="small">
            {computed ? words.staleText(computed.version) : isRunning ? words.runningText : words.queuedText}
          </p>
        </div>
        <div
          className="progress"
          role="progressbar"
          aria-label={words.runningTitle('')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div style={{ width: `${share * 100}%` }} />
        </div>
        {isRunning && progress && <p className="tiny soft step">{reasonText(progress.step)}</p>}
      </div>
    );
  }
  if (state === 'failed' || state === 'quarantined') {
    const isFailed = state === 'failed';
    return (
      <div className="note bad" role="status">
        <div className="words stack-tight">
          <h2>{isFailed ? words.failedTitle : words.quarantinedTitle}</h2>
          <p>{reasonText(reason)}</p>
          <p className="small soft">{isFailed ? words.failedText : words.quarantinedText}</p>
        </div>
        {!isFailed && (
          <button type="button" className="button" aria-disabled={busy} onClick={onRetry}>
            {words.tryAgain}
          </button>
        )}
      </div>
    );
  }
  return null;
}

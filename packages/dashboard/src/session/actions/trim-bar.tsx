import type { Session } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { isWhole } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';
import { ClockInput } from './clock-input.tsx';

/** Leaves out what lies before and after the part that is shown, and takes it in again. */
export function TrimBar({
  session,
  offset,
  isOpen,
  onClose,
  onChanged,
}: {
  session: Session;
  offset: number;
  isOpen: boolean;
  onClose: () => void;
  onChanged: (session: Session) => void;
}) {
  const { whole, window } = useRideView();
  const { busy, problem, run } = useAction();
  const params = { path: { session: session.id } };
  const trim = async () => {
    const body = { from: window.from + offset, to: window.to + offset };
    onChanged(await api.put('/sessions/{session}/trim', { params, body }));
    onClose();
  };
  const untrim = async () => onChanged(await api.delete('/sessions/{session}/trim', { params }));
  return (
    <div className="note trim-bar">
      {isOpen ? (
        <>
          <div className="words stack-tight">
            <h3>{words.trimTitle}</h3>
            <p className="small">{words.trimHelp}</p>
          </div>
          <div className="trim-times">
            <ClockInput label={words.keepFrom} edge="from" />
            <ClockInput label={words.keepTo} edge="to" />
          </div>
          <div className="buttons">
            <button
              type="button"
              className="button main"
              disabled={isWhole(whole, window)}
              aria-disabled={busy}
              onClick={() => run(trim)}
            >
              {words.trimApply}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {words.cancel}
            </button>
          </div>
        </>
      ) : (
        session.trim && (
          <>
            <p className="words small numbers">
              {words.trimmed(clock(session.trim.from), clock(session.trim.to))}
            </p>
            <button type="button" className="button" aria-disabled={busy} onClick={() => run(untrim)}>
              <Icon name="undo" /> {words.untrim}
            </button>
          </>
        )
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

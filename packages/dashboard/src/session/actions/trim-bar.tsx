import type { Session } from '@piaffe/client';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { clock, parseClock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { isWhole, select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

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

/** An edge of the part shown, as a clock that can be typed. */
function ClockInput({ label, edge }: { label: string; edge: 'from' | 'to' }) {
  const { whole, window, show } = useRideView();
  const [text, setText] = useState(clock(window[edge]));
  useEffect(() => setText(clock(window[edge])), [window, edge]);
  const at = parseClock(text);
  const take = () => {
    if (at === null || clock(window[edge]) === text) return;
    show(edge === 'from' ? select(whole, at, window.to) : select(whole, window.from, at));
  };
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input numbers"
        inputMode="numeric"
        value={text}
        aria-invalid={at === null || undefined}
        title={at === null ? words.notATime : undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
    </label>
  );
}

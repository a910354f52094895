import type { Session } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { isNothing } from './draft.ts';
import { GaitOfStretch } from './gait-of-stretch.tsx';
import { JumpAtMark } from './jump-at-mark.tsx';
import type { CorrectionsView } from './use-corrections.ts';
import '../../styles/corrections.css';

/** Says better what was found: the gait of the part that is shown, a jump at the mark. */
export function CorrectBar({
  session,
  corrections,
  isOpen,
  onClose,
  onChanged,
}: {
  session: Session;
  corrections: CorrectionsView;
  isOpen: boolean;
  onClose: () => void;
  onChanged: (session: Session) => void;
}) {
  const { draft, isChanged, forget } = corrections;
  const { busy, problem, run } = useAction();
  const params = { path: { session: session.id } };
  const close = () => {
    forget();
    onClose();
  };
  const save = async () => {
    const answer = isNothing(draft)
      ? await api.delete('/sessions/{session}/corrections', { params })
      : await api.put('/sessions/{session}/corrections', { params, body: draft });
    onChanged(answer);
    close();
  };
  const goBack = async () => {
    onChanged(await api.delete('/sessions/{session}/corrections', { params }));
    close();
  };
  const { segments, jumps } = draft;
  return (
    <section className="note trim-bar correct-bar" aria-label={words.correctTitle}>
      {isOpen && (
        <>
          <div className="words stack-tight">
            <h3>{words.correctTitle}</h3>
            <p className="small">{words.correctHelp}</p>
          </div>
          <GaitOfStretch corrections={corrections} />
          <JumpAtMark corrections={corrections} />
        </>
      )}
      {!isNothing(draft) && (
        <p className="words small numbers" role="status">
          {words.corrected(segments.length, jumps.added.length + jumps.removed.length)}
        </p>
      )}
      <div className="buttons">
        {isOpen && (
          <>
            <button
              type="button"
              className="button main"
              disabled={!isChanged}
              aria-disabled={busy}
              onClick={() => run(save)}
            >
              {words.applyCorrections}
            </button>
            <button type="button" className="button quiet" onClick={close}>
              {words.cancel}
            </button>
          </>
        )}
        {session.corrections && (
          <button type="button" className="button" aria-disabled={busy} onClick={() => run(goBack)}>
            <Icon name="undo" /> {words.backToFound}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { words } from './words.ts';

/** Asks once, as it keeps the server busy and cannot be called back. */
export function ReprocessDialog({
  isTried,
  onClose,
  onDone,
}: {
  isTried: boolean;
  onClose: () => void;
  onDone: (rides: number) => void;
}) {
  const { busy, problem, run } = useAction();
  const reprocess = async () => onDone((await api.post('/admin/reprocess')).sessions);
  return (
    <Dialog title={words.reprocessTitle} onClose={onClose}>
      <p>{words.reprocessText}</p>
      {!isTried && <p>{words.notTried}</p>}
      {problem && <ProblemNote problem={problem} />}
      <div className="buttons">
        <button type="button" className="button quiet" onClick={onClose}>
          {general.cancel}
        </button>
        <button type="button" className="button main" aria-disabled={busy} onClick={() => run(reprocess)}>
          {words.reprocess}
        </button>
      </div>
    </Dialog>
  );
}

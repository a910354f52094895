import { useAction } from '../app/use-action.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { useDemo } from './demo-context.tsx';
import { endTour } from './tour-step.ts';
import { words } from './words.ts';

/** Asks once, as nothing brings the demo back. */
export function RemoveDemo({ onClose }: { onClose: () => void }) {
  const demo = useDemo();
  const { busy, problem, run } = useAction();
  const remove = async () => {
    await demo.remove();
    endTour();
    onClose();
  };
  return (
    <Dialog title={words.removeTitle} onClose={onClose}>
      <p>{words.removeText}</p>
      {problem && <ProblemNote problem={problem} />}
      <div className="buttons">
        <button type="button" className="button quiet" onClick={onClose}>
          {general.cancel}
        </button>
        <button type="button" className="button bad" aria-disabled={busy} onClick={() => run(remove)}>
          {busy ? words.removing : words.remove}
        </button>
      </div>
    </Dialog>
  );
}

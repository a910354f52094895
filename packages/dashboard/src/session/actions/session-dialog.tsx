import type { ReactNode } from 'react';
import { useAction } from '../../app/use-action.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';

/** Asks for what an action needs, then does it. `apply` null: there is nothing to choose from. */
export function SessionDialog({
  title,
  help,
  button,
  apply,
  onClose,
  children,
}: {
  title: string;
  help?: string;
  button: string;
  apply: (() => Promise<void>) | null;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { busy, problem, run } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (apply) run(apply);
        }}
      >
        {help && <p className="small soft">{help}</p>}
        {children}
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="button main" disabled={apply === null} aria-disabled={busy}>
            {button}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

import { type ReactNode, useState } from 'react';
import { useAction } from '../app/use-action.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { words as general } from './words.ts';

/** Deletes what nobody can bring back, once its name was typed. */
export function DeleteForGood({
  title,
  text,
  name,
  nameLabel,
  button,
  busyButton = button,
  onDelete,
  onClose,
  children,
}: {
  title: string;
  text: string;
  name: string;
  nameLabel: string;
  button: string;
  busyButton?: string;
  onDelete: () => Promise<void>;
  onClose: () => void;
  /** What else has to be known or given. */
  children?: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const { busy, problem, run } = useAction();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(onDelete);
        }}
      >
        <p>{text}</p>
        <Field label={nameLabel}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        {children}
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={typed.trim() !== name}
            aria-disabled={busy}
          >
            {busy ? busyButton : button}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

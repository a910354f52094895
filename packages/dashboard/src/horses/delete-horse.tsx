import type { Horse } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { words } from './words.ts';

/** Deletes a horse with all its rides for good, once its name was typed. */
export function DeleteHorse({
  horse,
  onDone,
  onClose,
}: {
  horse: Horse;
  onDone: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const { busy, problem, run } = useAction();
  const remove = async () => {
    await api.delete('/horses/{horse}', { params: { path: { horse: horse.id } } });
    onDone();
  };
  return (
    <Dialog title={words.deleteTitle(horse.name)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(remove);
        }}
      >
        <p>{words.deleteText}</p>
        <Field label={words.typeName(horse.name)}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={typed.trim() !== horse.name}
            aria-disabled={busy}
          >
            {words.deleteForGood}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

import type { Note } from '@piaffe/client';
import { useState } from 'react';
import { useAction } from '../../app/use-action.ts';
import { clock, parseClock } from '../../format/times.ts';
import { Field } from '../../pieces/field.tsx';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { useRideView, useTimeMark } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

/** Writes a note, or changes one; about an instant when it is given one. */
export function NoteForm({
  note = null,
  offset,
  onSave,
  onCancel,
}: {
  note?: Note | null;
  offset: number;
  onSave: (note: { at: number | null; text: string }) => Promise<void>;
  onCancel?: () => void;
}) {
  const { mark } = useRideView();
  const { marked } = useTimeMark();
  const [text, setText] = useState(note?.text ?? '');
  const [at, setAt] = useState(note?.at == null ? '' : clock(note.at - offset));
  const { busy, problem, run } = useAction();
  const seconds = at.trim() === '' ? null : parseClock(at);
  const isWrong = at.trim() !== '' && seconds === null;

  const save = async () => {
    // What was not touched stays as exact as it was: a clock holds whole seconds only.
    const isSame = note?.at != null && at === clock(note.at - offset);
    await onSave({ text: text.trim(), at: isSame ? note.at : seconds === null ? null : seconds + offset });
    setText('');
    setAt('');
    mark.mark(null);
  };
  return (
    <form
      className="form note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) run(save);
      }}
    >
      <Field label={note ? words.noteText : words.addNote}>
        {(control) => (
          <textarea
            {...control}
            required
            maxLength={4000}
            placeholder={words.noNotes}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="note-at">
        <Field label={words.noteAt} hint={words.noteAtHint} error={isWrong ? words.notATime : null}>
          {(control) => (
            <input
              {...control}
              className="input numbers"
              placeholder="m:ss"
              inputMode="text"
              value={at}
              onChange={({ target }) => setAt(target.value)}
            />
          )}
        </Field>
        {marked !== null && at !== clock(marked) && (
          <button type="button" className="button quiet" onClick={() => setAt(clock(marked))}>
            <Icon name="pin" size={18} /> {words.takeMark(clock(marked))}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? words.saving : note ? words.save : words.addNote}
        </button>
        {onCancel && (
          <button type="button" className="button quiet" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

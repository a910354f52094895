import type { Horse, HorseEvent } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { clocksIn, instantIn } from '../../format/zoned-time.ts';
import { Dialog } from '../../pieces/dialog.tsx';
import { Field } from '../../pieces/field.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words as general } from '../../pieces/words.ts';
import { words } from '../words.ts';

const kinds = ['shoeing', 'treatment', 'lesson', 'saddle', 'other'] as const;

/** Writes down what happened to a horse, or changes it. */
export function EventForm({
  horse,
  event,
  onDone,
  onClose,
}: {
  horse: Horse;
  event: HorseEvent | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<HorseEvent['kind']>(event?.kind ?? 'shoeing');
  const [at, setAt] = useState(clocksIn(horse.timeZone, event?.at ?? new Date().toISOString()).slice(0, 16));
  const [text, setText] = useState(event?.text ?? '');
  const { busy, problem, run } = useAction();
  const save = async () => {
    const path = { horse: horse.id };
    const body = { kind, at: new Date(instantIn(horse.timeZone, at)).toISOString(), text: text.trim() };
    if (event === null) await api.post('/horses/{horse}/events', { params: { path }, body });
    else {
      await api.patch('/horses/{horse}/events/{event}', {
        params: { path: { ...path, event: event.id } },
        body,
      });
    }
    onDone();
  };
  return (
    <Dialog title={event === null ? words.addEvent : words.changeEvent} onClose={onClose}>
      <form
        className="form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          run(save);
        }}
      >
        <Field label={words.eventKind}>
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'other')}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {words.eventKinds[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.eventAt}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              required
              value={at}
              onChange={({ target }) => setAt(target.value)}
            />
          )}
        </Field>
        <Field label={words.eventText} hint={general.optional}>
          {(control) => (
            <textarea
              {...control}
              maxLength={1000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button type="submit" className="button main" aria-disabled={busy}>
            {busy ? words.saving : words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

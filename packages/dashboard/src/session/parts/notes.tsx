import type { Note, Session } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';
import { NoteForm } from './note-form.tsx';

/** How much before and after an instant is shown with it, in s. */
const around = 30;

/** What people want to remember of a ride, of an instant or of all of it. */
export function Notes({
  session,
  offset,
  onChanged,
}: {
  session: Session;
  offset: number;
  onChanged: () => void;
}) {
  const [edited, setEdited] = useState<string | null>(null);
  const notes = session.notes.toSorted((a, b) => (a.at ?? -1) - (b.at ?? -1));
  const path = { session: session.id };
  return (
    <section className="card notes" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) =>
            note.id === edited ? (
              <li key={note.id}>
                <NoteForm
                  note={note}
                  offset={offset}
                  onCancel={() => setEdited(null)}
                  onSave={async (body) => {
                    const params = { path: { ...path, note: note.id } };
                    await api.put('/sessions/{session}/notes/{note}', { params, body });
                    setEdited(null);
                    onChanged();
                  }}
                />
              </li>
            ) : (
              <NoteRow
                key={note.id}
                session={session.id}
                note={note}
                offset={offset}
                onEdit={() => setEdited(note.id)}
                onRemoved={onChanged}
              />
            ),
          )}
        </ul>
      )}
      {edited === null && (
        <NoteForm
          offset={offset}
          onSave={async (body) => {
            await api.post('/sessions/{session}/notes', { params: { path }, body });
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function NoteRow({
  session,
  note,
  offset,
  onEdit,
  onRemoved,
}: {
  session: string;
  note: Note;
  offset: number;
  onEdit: () => void;
  onRemoved: () => void;
}) {
  const { whole, show, mark } = useRideView();
  const { busy, problem, run } = useAction();
  const remove = async () => {
    const params = { path: { session, note: note.id } };
    await api.delete('/sessions/{session}/notes/{note}', { params });
    onRemoved();
  };
  const at = note.at === null ? null : note.at - offset;
  const isShown = at !== null && at >= 0 && at <= whole.to;
  return (
    <li className="note-row">
      <div className="stack-tight">
        {at !== null && isShown && (
          <button
            type="button"
            className="at numbers"
            onClick={() => {
              mark.mark(at);
              show(select(whole, at - around, at + around));
              document.getElementById('timeline')?.scrollIntoView({ block: 'start' });
            }}
          >
            <span>
              <Icon name="pin" size={15} /> {clock(at)}
            </span>
          </button>
        )}
        {at !== null && !isShown && <p className="tiny soft">{words.outsideTrim}</p>}
        <p className="text">{note.text}</p>
        {problem && <ProblemNote problem={problem} />}
      </div>
      <div className="note-buttons">
        <button
          type="button"
          className="button quiet square"
          aria-label={words.editNote}
          title={words.editNote}
          onClick={onEdit}
        >
          <Icon name="edit" size={18} />
        </button>
        <button
          type="button"
          className="button quiet square"
          aria-label={words.removeNote}
          title={words.removeNote}
          aria-disabled={busy}
          onClick={() => run(remove)}
        >
          <Icon name="remove" size={18} />
        </button>
      </div>
    </li>
  );
}

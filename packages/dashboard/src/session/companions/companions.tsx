import type { Session, SessionResult } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { bytes } from '../../format/numbers.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { AddCompanion } from './add-companion.tsx';
import '../../styles/companions.css';

const own = words.companions;

/** The files of heart rate and position beside the motion; of one that was left out, why. */
export function Companions({
  session,
  notes = [],
  onChanged,
}: {
  session: Session;
  /** What the analysis noted of its recordings. */
  notes?: SessionResult['quality']['notes'];
  onChanged: (session: Session) => void;
}) {
  const { busy, problem, run } = useAction();
  const companions = session.recordings.filter(({ role }) => role === 'companion');
  // The analysis counts the recordings of a ride from 1, in their order here.
  const notesAbout = (id: string) => {
    const number = session.recordings.findIndex((one) => one.id === id) + 1;
    return notes.filter((note) => note.startsWith(`Recording ${number} `));
  };
  const remove = (recording: string) => async () => {
    const params = { path: { session: session.id, recording } };
    onChanged(await api.delete('/sessions/{session}/companions/{recording}', { params }));
  };
  return (
    <section className="card companions" aria-labelledby="companions">
      <h2 id="companions">{own.title}</h2>
      {companions.length > 0 && (
        <ul>
          {companions.map(({ id, name, bytes: size }) => (
            <li key={id}>
              <span className="small">
                {name} <span className="soft">{bytes(size)}</span>
                {notesAbout(id).map((note) => (
                  <span key={note} className="companion-note">
                    {reasonText(note)}
                  </span>
                ))}
              </span>
              <button
                type="button"
                className="button quiet square"
                aria-label={own.remove(name)}
                title={own.remove(name)}
                aria-disabled={busy}
                onClick={() => run(remove(id))}
              >
                <Icon name="remove" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <ProblemNote problem={problem} />}
      <AddCompanion session={session} onChanged={onChanged} />
    </section>
  );
}

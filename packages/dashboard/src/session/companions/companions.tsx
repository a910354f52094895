import type { Session } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { bytes } from '../../format/numbers.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { AddCompanion } from './add-companion.tsx';
import '../../styles/companions.css';

const own = words.companions;

/** The files of heart rate and position beside the motion. */
export function Companions({
  session,
  onChanged,
}: {
  session: Session;
  onChanged: (session: Session) => void;
}) {
  const { busy, problem, run } = useAction();
  const companions = session.recordings.filter(({ role }) => role === 'companion');
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

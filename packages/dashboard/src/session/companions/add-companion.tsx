import type { Session } from '@piaffe/client';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { percent } from '../../format/numbers.ts';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';

const own = words.companions;

/** Brings a file of heart rate or position to a ride; the ride is analysed anew with it. */
export function AddCompanion({
  session,
  onChanged,
}: {
  session: Session;
  onChanged: (session: Session) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, run } = useAction();
  const [share, setShare] = useState(0);
  const [isAlreadyHere, setIsAlreadyHere] = useState(false);
  const send = (file: File) => async () => {
    setShare(0);
    setIsAlreadyHere(false);
    const kept = await api.uploadCompanion({
      session: session.id,
      name: file.name,
      file,
      onProgress: (sent, total) => setShare(sent / total),
    });
    setIsAlreadyHere(kept.duplicate);
    onChanged(await api.get('/sessions/{session}', { params: { path: { session: session.id } } }));
  };
  return (
    <div className="stack-tight">
      <p className="tiny soft">{own.help}</p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) input.current?.click();
          }}
        >
          <Icon name="heart" size={18} /> {own.add}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={own.choose}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) run(send(file));
            target.value = '';
          }}
        />
      </div>
      {busy && (
        <div role="status" className="stack-tight">
          <p className="tiny">{share < 1 ? own.sending(percent(share)) : own.storing}</p>
          <div className="progress" aria-hidden="true">
            <div style={{ width: `${100 * share}%` }} />
          </div>
        </div>
      )}
      {isAlreadyHere && <p className="tiny">{own.alreadyHere}</p>}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

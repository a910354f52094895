import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import type { GivenLink } from './link-dialog.tsx';
import { words } from './words.ts';

/** Makes an invitation. */
export function InviteForm({ onDone, onClose }: { onDone: (link: GivenLink) => void; onClose: () => void }) {
  const [note, setNote] = useState('');
  const [role, setRole] = useState<'rider' | 'administrator'>('rider');
  const { busy, problem, run } = useAction();
  const invite = async () => {
    const { invitation, token } = await api.post('/invitations', { body: { note, role } });
    onDone({ purpose: 'invitation', secret: token, until: invitation.expiresAt });
  };
  return (
    <Dialog title={words.invite} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(invite);
        }}
      >
        <Field label={words.inviteFor} hint={words.inviteForHint}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.role}>
          {(control) => (
            <select
              {...control}
              value={role}
              onChange={({ target }) => setRole(target.value === 'administrator' ? 'administrator' : 'rider')}
            >
              <option value="rider">{words.rider}</option>
              <option value="administrator">{words.administrator}</option>
            </select>
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button type="submit" className="button main" aria-disabled={busy}>
            {words.createLink}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

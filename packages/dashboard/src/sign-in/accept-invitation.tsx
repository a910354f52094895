import type { Account } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { PlainPage } from '../app/plain-page.tsx';
import { useAction } from '../app/use-action.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NameField, NewPasswordField } from './name-and-password.tsx';
import { words } from './words.ts';

/** Makes the account somebody was invited to, and signs them in. */
export function AcceptInvitation({ secret, onDone }: { secret: string; onDone: (account: Account) => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useAction();
  const accept = async () =>
    onDone((await api.post('/invitations/accept', { body: { token: secret, name, password } })).account);
  return (
    <PlainPage title={words.invitationTitle} lead={words.invitationLead}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(accept);
        }}
      >
        <NameField value={name} onChange={setName} />
        <NewPasswordField value={password} onChange={setPassword} />
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" className="button main" aria-disabled={busy}>
          {busy ? words.saving : words.accept}
        </button>
      </form>
    </PlainPage>
  );
}

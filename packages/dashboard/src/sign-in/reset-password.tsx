import type { Account } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { PlainPage } from '../app/plain-page.tsx';
import { useAction } from '../app/use-action.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NewPasswordField } from './name-and-password.tsx';
import { words } from './words.ts';

/** Sets a new password by an administrator's link, and signs in. */
export function ResetPassword({ secret, onDone }: { secret: string; onDone: (account: Account) => void }) {
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useAction();
  const reset = async () =>
    onDone((await api.post('/password-resets', { body: { token: secret, password } })).account);
  return (
    <PlainPage title={words.resetTitle} lead={words.resetLead}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(reset);
        }}
      >
        <NewPasswordField value={password} onChange={setPassword} />
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" className="button main" aria-disabled={busy}>
          {busy ? words.saving : words.reset}
        </button>
      </form>
    </PlainPage>
  );
}

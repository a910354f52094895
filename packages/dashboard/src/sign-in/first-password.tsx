import type { Account } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { PlainPage } from '../app/plain-page.tsx';
import { useAction } from '../app/use-action.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NameField, NewPasswordField } from './name-and-password.tsx';
import { words } from './words.ts';

/** Offered to somebody who came by a link and has no password yet. */
export function FirstPassword({ account, onDone }: { account: Account; onDone: (account: Account) => void }) {
  const [name, setName] = useState(account.name);
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useAction();
  const save = async () => {
    const named = name === account.name ? account : await api.patch('/account', { body: { name } });
    await api.put('/account/password', { body: { current: null, password } });
    onDone({ ...named, hasPassword: true });
  };
  return (
    <PlainPage title={words.firstTitle} lead={words.firstLead}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(save);
        }}
      >
        <NameField value={name} onChange={setName} />
        <NewPasswordField value={password} onChange={setPassword} />
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="submit" className="button main" aria-disabled={busy}>
            {busy ? words.saving : words.setPassword}
          </button>
          <button type="button" className="button quiet" onClick={() => onDone(account)}>
            {words.later}
          </button>
        </div>
      </form>
    </PlainPage>
  );
}

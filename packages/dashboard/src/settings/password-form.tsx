import { type FormEvent, useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NewPasswordField } from '../sign-in/name-and-password.tsx';
import { words } from './words.ts';

/** Sets one's own password, or changes it. */
export function PasswordForm() {
  const { account, change } = useAccount();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isSaved, setIsSaved] = useState(false);
  const { busy, problem, run } = useAction();
  const save = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await api.put('/account/password', {
        body: { current: account.hasPassword ? current : null, password },
      });
      change({ ...account, hasPassword: true });
      setCurrent('');
      setPassword('');
      setIsSaved(true);
    });
  };
  return (
    <form className="card form" onSubmit={save} onChange={() => setIsSaved(false)}>
      <div>
        <h2>{account.hasPassword ? words.passwordTitle : words.setPasswordTitle}</h2>
        {!account.hasPassword && <p className="small">{words.noPassword}</p>}
        <p className="small soft">{words.passwordLead}</p>
      </div>
      <input type="hidden" autoComplete="username" value={account.name} readOnly />
      {account.hasPassword && (
        <Field label={words.current}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="current-password"
              required
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
      )}
      <NewPasswordField value={password} onChange={setPassword} />
      {problem && <ProblemNote problem={problem} />}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? words.saving : account.hasPassword ? words.savePassword : words.setPassword}
        </button>
        <span role="status">{isSaved && words.saved}</span>
      </div>
    </form>
  );
}

import { type FormEvent, useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { NameField } from '../sign-in/name-and-password.tsx';
import { words } from './words.ts';

/** The name one signs in with. */
export function NameForm() {
  const { account, change } = useAccount();
  const [name, setName] = useState(account.name);
  const [isSaved, setIsSaved] = useState(false);
  const { busy, problem, run } = useAction();
  const save = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      change(await api.patch('/account', { body: { name } }));
      setIsSaved(true);
    });
  };
  return (
    <form className="card form" onSubmit={save} onChange={() => setIsSaved(false)}>
      <h2>{words.nameTitle}</h2>
      <NameField value={name} onChange={setName} />
      {problem && <ProblemNote problem={problem} />}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {busy ? words.saving : words.saveName}
        </button>
        <span role="status">{isSaved && words.saved}</span>
      </div>
    </form>
  );
}

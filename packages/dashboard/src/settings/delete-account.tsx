import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { words } from './words.ts';

/** The way out: the account with everything that belongs to it. */
export function DeleteAccount() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="card stack" aria-labelledby="leave">
      <h2 id="leave">{words.deleteTitle}</h2>
      <p className="small soft">{words.deleteLead}</p>
      <p>
        <button type="button" className="button danger" onClick={() => setIsAsking(true)}>
          {words.deleteButton}
        </button>
      </p>
      {isAsking && <Confirmation onClose={() => setIsAsking(false)} />}
    </section>
  );
}

function Confirmation({ onClose }: { onClose: () => void }) {
  const { account } = useAccount();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accounts = useLoaded('accounts', (signal) =>
    account.role === 'administrator' ? api.get('/accounts', { signal }) : Promise.resolve(null),
  );
  const isLast = accounts.state === 'ready' && accounts.value !== null && accounts.value.items.length === 1;
  const { busy, problem, run } = useAction();
  const leave = async () => {
    await api.delete('/account', { body: { password: account.hasPassword ? password : null } });
    location.assign(document.baseURI);
  };
  return (
    <Dialog title={words.deleteTitle} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(leave);
        }}
      >
        <p>{words.deleteText}</p>
        {isLast && <p className="note warn">{words.deleteLast}</p>}
        <Field label={words.typeName(account.name)}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        {account.hasPassword && (
          <Field label={words.current}>
            {(control) => (
              <input
                {...control}
                type="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={({ target }) => setPassword(target.value)}
              />
            )}
          </Field>
        )}
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={name.trim() !== account.name}
            aria-disabled={busy}
          >
            {busy ? words.deleting : words.deleteButton}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

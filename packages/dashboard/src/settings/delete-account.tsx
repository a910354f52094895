import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { DeleteForGood } from '../pieces/delete-for-good.tsx';
import { Field } from '../pieces/field.tsx';
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
  const [password, setPassword] = useState('');
  const accounts = useLoaded('accounts', (signal) =>
    account.role === 'administrator' ? api.get('/accounts', { signal }) : Promise.resolve(null),
  );
  const isLast = accounts.state === 'ready' && accounts.value !== null && accounts.value.items.length === 1;
  const leave = async () => {
    await api.delete('/account', { body: { password: account.hasPassword ? password : null } });
    location.assign(document.baseURI);
  };
  return (
    <DeleteForGood
      title={words.deleteTitle}
      text={words.deleteText}
      name={account.name}
      nameLabel={words.typeName(account.name)}
      button={words.deleteButton}
      busyButton={words.deleting}
      onDelete={leave}
      onClose={onClose}
    >
      {isLast && <p className="note warn">{words.deleteLast}</p>}
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
    </DeleteForGood>
  );
}

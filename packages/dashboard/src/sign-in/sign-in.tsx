import type { Account } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { PlainPage } from '../app/plain-page.tsx';
import { useAction } from '../app/use-action.ts';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** By name and password. `again`: a sign-in has ended meanwhile. */
export function SignIn({ again, onDone }: { again: boolean; onDone: (account: Account) => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, run } = useAction();
  const signIn = async () => onDone((await api.post('/sign-in', { body: { name, password } })).account);
  return (
    <PlainPage title={words.signIn} {...(again ? { lead: words.again } : {})}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(signIn);
        }}
      >
        <Field label={words.name}>
          {(control) => (
            <input
              {...control}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.password}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" className="button main" aria-disabled={busy}>
          {busy ? words.signingIn : words.signIn}
        </button>
      </form>
      <p className="tiny soft">{words.noAccount}</p>
      <p className="tiny soft">{words.ownServer}</p>
    </PlainPage>
  );
}

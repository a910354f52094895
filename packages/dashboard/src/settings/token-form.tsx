import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { scopeWords, words } from './words.ts';

type Scope = keyof typeof scopeWords;

const scopes = Object.keys(scopeWords) as Scope[];
const lifetimes = [30, 90, 365] as const;

/** Makes a token for a program; `onDone` gets its secret. */
export function TokenForm({ onDone, onClose }: { onDone: (secret: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const [days, setDays] = useState<number | null>(90);
  const { busy, problem, run } = useAction();
  const create = async () => {
    const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
    const { secret } = await api.post('/tokens', { body: { name, scopes: [...chosen], expiresAt } });
    onDone(secret);
  };
  return (
    <Dialog title={words.newToken} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) run(create);
        }}
      >
        <Field label={words.tokenName} hint={words.tokenNameHint}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={100}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend className="label">{words.mayDo}</legend>
          {scopes.map((scope) => (
            <label key={scope} className="check small">
              <input
                type="checkbox"
                checked={chosen.includes(scope)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
                }
              />
              {scopeWords[scope]}
            </label>
          ))}
        </fieldset>
        <Field label={words.worksFor}>
          {(control) => (
            <select
              {...control}
              value={days ?? ''}
              onChange={({ target }) => setDays(target.value === '' ? null : Number(target.value))}
            >
              {lifetimes.map((each) => (
                <option key={each} value={each}>
                  {words.days(each)}
                </option>
              ))}
              <option value="">{words.untilRevoked}</option>
            </select>
          )}
        </Field>
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button type="submit" className="button main" disabled={chosen.length === 0} aria-disabled={busy}>
            {words.createToken}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

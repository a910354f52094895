import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { isUnitSystem, unitSystems } from '../format/unit-system.ts';
import { isLanguage, languages } from '../language/choose-language.ts';
import { Field } from '../pieces/field.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** Languages by their own names, as whoever looks for one may understand no other. */
const languageNames = { en: 'English', fr: 'Français', de: 'Deutsch' } as const;

/** In which language and units the pages are; it is kept with the account, so it is the same on every device. */
export function PreferencesForm() {
  const { account, change } = useAccount();
  const { busy, problem, run } = useAction();
  const [isSaved, setIsSaved] = useState(false);
  const save = (body: { language?: typeof account.language; units?: typeof account.units }) =>
    run(async () => {
      change(await api.patch('/account', { body }));
      setIsSaved(true);
    });
  return (
    <section className="card form" aria-labelledby="preferences">
      <h2 id="preferences">{words.preferences}</h2>
      <div className="side-by-side">
        <Field label={words.language}>
          {(control) => (
            <select
              {...control}
              disabled={busy}
              value={account.language ?? ''}
              onChange={({ target: { value } }) => save({ language: isLanguage(value) ? value : null })}
            >
              <option value="">{words.asBrowser}</option>
              {languages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {languageNames[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.units} hint={words.unitsHint}>
          {(control) => (
            <select
              {...control}
              disabled={busy}
              value={account.units ?? 'metric'}
              onChange={({ target: { value } }) => save({ units: isUnitSystem(value) ? value : null })}
            >
              {unitSystems.map((system) => (
                <option key={system} value={system}>
                  {words.unitSystems[system]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {problem && <ProblemNote problem={problem} />}
      <span role="status">{isSaved && words.saved}</span>
    </section>
  );
}

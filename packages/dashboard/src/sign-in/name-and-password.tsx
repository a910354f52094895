import { Field } from '../pieces/field.tsx';
import { leastPassword, words } from './words.ts';

interface Entry {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The name one signs in with. */
export function NameField({ value, onChange }: Entry) {
  return (
    <Field label={words.name} hint={words.nameHint}>
      {(control) => (
        <input
          {...control}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={2}
          maxLength={64}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A password that is about to be set. */
export function NewPasswordField({ value, onChange }: Entry) {
  return (
    <Field label={words.newPassword} hint={words.passwordHint}>
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete="new-password"
          required
          minLength={leastPassword}
          maxLength={256}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

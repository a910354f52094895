import { type ComponentProps, useId, useState } from 'react';
import type { Suggestions } from '../ride/suggestions.ts';

type InputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'list' | 'autoComplete'>;

/** A text field that suggests what is usual and takes anything. */
export function SuggestedInput({
  suggestions,
  value,
  onChange,
  ...input
}: InputProps & {
  suggestions: Suggestions;
  /** As it is kept. */
  value: string | null;
  onChange: (kept: string | null) => void;
}) {
  const id = useId();
  // What is being typed stays as it is, even where it is for a moment how something is kept in English.
  const [typed, setTyped] = useState('');
  const isTyped = suggestions.keep(typed) === (value ?? '');
  return (
    <>
      <input
        {...input}
        list={id}
        autoComplete="off"
        value={isTyped ? typed : suggestions.show(value ?? '')}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(suggestions.keep(target.value) || null);
        }}
      />
      <datalist id={id}>
        {suggestions.shown.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

import { type InputHTMLAttributes, useId } from 'react';

/** A text field that suggests what is usual and takes anything. */
export function SuggestedInput({
  suggestions,
  ...input
}: { suggestions: readonly string[] } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <>
      <input {...input} list={id} autoComplete="off" />
      <datalist id={id}>
        {suggestions.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

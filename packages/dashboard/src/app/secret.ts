/** What a link that somebody was given is for, and the secret in it. */
export interface LinkSecret {
  readonly purpose: 'sign-in' | 'invitation' | 'reset';
  readonly secret: string;
}

/** Reads `#sign-in=SECRET`, `#invitation=SECRET` or `#reset=SECRET`; null for any other fragment. */
export function secretIn(fragment: string): LinkSecret | null {
  const found = /^#(sign-in|invitation|reset)=([\w.~-]{20,200})$/.exec(fragment);
  if (found === null) return null;
  return { purpose: found[1] as LinkSecret['purpose'], secret: found[2] as string };
}

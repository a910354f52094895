/**
 * What the server says in English, in the other languages: sentences as they come, with `{}` for what varies, and what
 * the codes of problems mean. English needs neither.
 */
export const server: {
  readonly sentences: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
} = { sentences: {}, problems: {} };

import { locale } from '../language/language.ts';

/** `At the girth` as it stands within a line: `at the girth`. Only the first letter goes: German nouns keep theirs. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

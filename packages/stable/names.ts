const longest = 100;

/** What may be left out, tidied; nothing but white space is nothing. */
export const tidyOrNull = (text: string | null): string | null => (text && tidy(text)) || null;

/** A name as it is kept, and what a list orders it by. */
export function namesOf(given: string): { readonly name: string; readonly sort_name: string } {
  const name = tidy(given);
  return { name, sort_name: sortName(name) };
}

/** One spelling for what looks the same: accents composed, white space single and inside only. */
function tidy(text: string): string {
  const spaced = text.toWellFormed().replace(/\s+/g, ' ').trim();
  const composed = spaced.normalize('NFC');
  // A few scripts get longer by composing; what people wrote is then kept as it is.
  return composed.length <= longest ? composed : spaced;
}

/** The name without case and accents, so that Ärmel stands beside Armel. */
const sortName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

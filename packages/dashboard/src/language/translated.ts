import { catalogue } from './catalogue.ts';

/** What varies in a sentence of the server: quoted names, alone or listed, and numbers. */
const varying = /"[^"]*"(?:, "[^"]*")*|\d+(?:[.,]\d+)*/g;

/**
 * A sentence that the server says in English, in the language of the pages; null when it has none for it. The table of
 * sentences has `{}` for whatever varies, in the order of the English sentence.
 */
export function translated(sentence: string, sentences = catalogue.server.sentences): string | null {
  const parts = sentence.match(varying) ?? [];
  const key = sentence.replaceAll(varying, '{}');
  if (!Object.hasOwn(sentences, key)) return null;
  let next = 0;
  return (sentences[key] as string).replaceAll('{}', () => parts[next++] ?? '');
}

import type { ReactNode } from 'react';
import { language } from './language.ts';
import { translated } from './translated.ts';

/** What the server says, in the language of the pages; where there are no words for it, as it is, marked as English. */
export function reasonText(sentence: string): ReactNode;
export function reasonText(sentence: string | null): ReactNode | null;
export function reasonText(sentence: string | null): ReactNode | null {
  if (sentence === null || language === 'en') return sentence;
  return translated(sentence) ?? <span lang="en">{sentence}</span>;
}

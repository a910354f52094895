import type { ApiProblem } from '@piaffe/client';
import type { ReactNode } from 'react';
import { catalogue } from './catalogue.ts';
import { language } from './language.ts';
import { translated } from './translated.ts';

/**
 * What went wrong, in the language of the pages: the server's own sentence where there are words for it; else what its
 * code means; else the sentence as it is, marked as English.
 */
export function problemText({ code, detail }: Pick<ApiProblem, 'code' | 'detail'>): ReactNode {
  if (language === 'en') return detail;
  return translated(detail) ?? ofCode(code) ?? <span lang="en">{detail}</span>;
}

/** A proxy in between writes answers of its own, which have the status as their code. */
function ofCode(code: string): string | null {
  const { problems } = catalogue.server;
  const known = code.startsWith('http-') ? 'http' : code;
  return Object.hasOwn(problems, known) ? (problems[known] as string) : null;
}

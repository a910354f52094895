import type { Catalogue } from './catalogue-type.ts';
import type { Language } from './choose-language.ts';
import { language } from './language.ts';

/**
 * Each language is a file of its own, and only one is fetched. It must need nothing outside its own folder: that could
 * end up in the file that waits for it here, and both would wait for ever.
 */
const load: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.ts')).en,
  fr: async () => (await import('./fr/index.ts')).fr,
  de: async () => (await import('./de/index.ts')).de,
};

/** All words of the pages, in the language of the pages. */
export const catalogue: Catalogue = await load[language]();

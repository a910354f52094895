import { chooseLanguage, type Language } from './choose-language.ts';
import { store, stored } from './stored.ts';

const name = 'piaffe.language';

/** Outside a browser there is nobody to ask: English, whatever the machine's language. */
const isBrowser = typeof document !== 'undefined';

/** The language of the pages. It stays while a page is open. */
export const language: Language = isBrowser ? chooseLanguage(stored(name), navigator.languages) : 'en';

/** How numbers and dates are written in it. */
export const locale: string = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[language];

/**
 * Keeps the choice in this browser and loads the page again, in that language; null leaves it to the browser. Whether
 * that happens: a browser that remembers nothing stays in its own language.
 */
export function setLanguage(chosen: Language | null): boolean {
  const next = chooseLanguage(chosen, navigator.languages);
  if (!store(name, chosen)) return false;
  if (next === language) return false;
  location.reload();
  return true;
}

import { chooseLanguage, type Language } from './choose-language.ts';
import { store, stored } from './stored.ts';

const name = 'piaffe.language';

/** Outside a browser there is nobody to ask: English, whatever the machine's language. */
const isBrowser = typeof document !== 'undefined';

/** The language of the pages. It stays while a page is open. */
export const language: Language = isBrowser ? chooseLanguage(stored(name), navigator.languages) : 'en';

/** How numbers and dates are written in it. */
export const locale: string = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[language];

/** Keeps the choice in this browser; null leaves it to the browser. Whether the page, loaded again, is in another language. */
export function keepLanguage(chosen: Language | null): boolean {
  return store(name, chosen) && chooseLanguage(chosen, navigator.languages) !== language;
}

/** As `keepLanguage`, and loads the page again where that shows another language. Whether it does. */
export function setLanguage(chosen: Language | null): boolean {
  const isOther = keepLanguage(chosen);
  if (isOther) location.reload();
  return isOther;
}

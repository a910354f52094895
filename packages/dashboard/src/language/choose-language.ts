export const languages = ['en', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language that was chosen; else the first that the browser asks for and there is, whatever the country; else English. */
export function chooseLanguage(chosen: string | null, wanted: readonly string[]): Language {
  return [chosen ?? '', ...wanted].map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export function isLanguage(name: string | null | undefined): name is Language {
  return languages.some((language) => language === name);
}

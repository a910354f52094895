import { keepUnits, type UnitSystem } from '../format/unit-system.ts';
import type { Language } from './choose-language.ts';
import { keepLanguage } from './language.ts';

interface Preferences {
  readonly language?: Language | null;
  readonly units?: UnitSystem | null;
}

/**
 * What an account prefers wins over the browser, which remembers it. True when the page is loaded again for that, and
 * there is nothing left to do on this one. What the account leaves open stays as it is.
 */
export function applyPreferences({ language, units }: Preferences): boolean {
  const changes = [language != null && keepLanguage(language), units != null && keepUnits(units)];
  if (!changes.includes(true)) return false;
  location.reload();
  return true;
}

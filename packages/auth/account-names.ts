import { nameNotValid } from './failures.ts';

/** Control, format (zero width, writing direction), private and unassigned characters, halves of pairs; line ends. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A name as it is shown: NFKC, without blanks around it and with single ones inside. Fails as `name-not-valid`. */
export function toAccountName(given: string): string {
  const name = tidied(given);
  const length = [...name].length;
  if (length < 2 || length > 64 || unseen.test(name)) throw nameNotValid();
  return name;
}

/** Two names are the same when their keys are: whatever their case, their blanks, or the way they are encoded. */
export function nameKey(name: string): string {
  // By way of capitals, as ß and SS or the two small sigmas only meet there.
  return tidied(name).toUpperCase().toLowerCase().normalize('NFKC');
}

function tidied(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

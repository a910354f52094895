import { stripVTControlCharacters } from 'node:util';

const controls = /[\p{Cc}\u2028\u2029]+/gu;
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const unprintable = /[\p{Cc}\u2028\u2029\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Text from outside, safe to print on a line: what could steer a terminal, turn its writing or hide there is taken out. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replace(controls, ' ').replace(unseen, '');
}

/** The same for text of several lines, which stay. */
export function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** JSON on a line that says the same and is safe to print. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replace(unprintable, (each) =>
    each
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

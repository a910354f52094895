import { passwordTooWeak } from '../failures.ts';
import { commonWords, keyboardRows } from './common.ts';

const shortest = 12;
/** A guesser tries a common word, a year or a run of keys as easily as one letter. */
const fewestSurprises = 6;

/**
 * Fails as `password-too-weak`: under 12 characters, or little more than what is tried first, such as repetitions, runs
 * along the keyboard or the alphabet, years, common words and the account's own name, in capitals or with 0 for o alike.
 * What is left may be anything: no rule asks for digits or marks.
 */
export function refuseWeakPassword(password: string, accountName: string): void {
  if (!password.isWellFormed()) {
    throw passwordTooWeak('This password holds a broken character. Type it again.');
  }
  const text = password.normalize('NFKC');
  if ([...text].length < shortest) {
    throw passwordTooWeak(
      `A password has at least ${shortest} characters. Several words in a row are easy to remember.`,
    );
  }
  if (surprises(text, accountName) < fewestSurprises) {
    throw passwordTooWeak(
      'This password is among the first that would be tried. Use several words that do not belong together.',
    );
  }
}

/**
 * How many things one has to guess, as far as it matters. A listed word, a year or a run counts as one thing, and so does
 * any other character; what comes again counts as none, but for single letters.
 */
function surprises(password: string, accountName: string): number {
  const own = accountName
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const words = [...commonWords, ...own].filter((word) => word.length > 2);
  const typed = period(password.toLowerCase());
  const spoken = typed.replace(/[013457@$!|]/g, (sign) => letterFor[sign]!);
  return Math.min(pieces(typed, words), pieces(spoken, words));
}

const letterFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};

/** What the text repeats from end to end; the text itself when it does not. */
function period(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

function pieces(text: string, words: readonly string[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (let at = 0; at < text.length && count < fewestSurprises; ) {
    const rest = text.slice(at);
    const piece = rest.slice(0, Math.max(1, wordLength(rest, words), yearLength(rest), runLength(rest)));
    if (!seen.has(piece)) count++;
    if (piece.length > 1 || !/\p{L}/u.test(piece)) seen.add(piece);
    at += piece.length;
  }
  return count;
}

function wordLength(text: string, words: readonly string[]): number {
  return Math.max(0, ...words.filter((word) => text.startsWith(word)).map((word) => word.length));
}

function yearLength(text: string): number {
  return /^(19|20)\d\d/.test(text) ? 4 : 0;
}

/** Of three or more: one sign again and again, or neighbours in a row of keys, either way. */
function runLength(text: string): number {
  const same = /^(.)\1*/su.exec(text)?.[0].length ?? 0;
  const length = Math.max(same, ...keyboardRows.map((row) => sharedLength(text, row)));
  return length > 2 ? length : 0;
}

/** How much of the beginning of the text stands somewhere in the row. */
function sharedLength(text: string, row: string): number {
  let length = 0;
  while (length < text.length && row.includes(text.slice(0, length + 1))) length++;
  return length;
}

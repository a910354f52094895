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

/** How many things one has to guess: a piece of the list or of a pattern counts as one, each time anew as none. */
function surprises(password: string, accountName: string): number {
  const plain = period(password.toLowerCase());
  const words = [
    ...commonWords,
    ...accountName
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  ];
  return Math.min(
    ...[plain, plain.replace(/[013457@$!|]/g, (sign) => letters[sign]!)].map((text) => pieces(text, words)),
  );
}

const letters: Readonly<Record<string, string>> = {
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
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const length = Math.max(longestWord(rest, words), runLength(rest), year.exec(rest)?.[0].length ?? 0, 1);
    const piece = rest.slice(0, length);
    if (!seen.has(piece)) count++;
    if (length > 1 || /[^\p{L}]/u.test(piece)) seen.add(piece);
    at += length;
  }
  return count;
}

const year = /^(19|20)\d\d/;

function longestWord(text: string, words: readonly string[]): number {
  return Math.max(
    0,
    ...words.filter((word) => word.length > 2 && text.startsWith(word)).map((word) => word.length),
  );
}

/** Of three or more: the same sign again, or neighbours in a row of keys, either way. */
function runLength(text: string): number {
  const longest = keyboardRows.map((row) => {
    let length = 1;
    while (length < text.length && row.includes(text.slice(0, length + 1))) length++;
    return length;
  });
  const same = /^(.)\1*/su.exec(text)?.[0].length ?? 1;
  const length = Math.max(same, ...longest);
  return length > 2 ? length : 1;
}

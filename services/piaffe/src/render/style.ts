import { stripVTControlCharacters } from 'node:util';

const codes = {
  bold: '1',
  dim: '2',
  good: '32',
  fair: '33',
  poor: '31',
  error: '1;31',
} as const;

type Style = keyof typeof codes;

/** Colours text where the terminal has colour, and leaves it alone where not. */
export type Paint = (style: Style, text: string) => string;

export function paintFor(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? `\x1b[${codes[style]}m${text}\x1b[0m` : text);
}

/** Cells that `text` takes on a terminal, its colours left aside. */
export function cellsOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

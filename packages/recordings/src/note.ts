import { printable } from './text/printable.ts';

/**
 * A sentence for the reader of a recording. `urgent` ones change results or ask the reader to do something; `routine` ones
 * say what was guessed where the guess is safe; a bare string is a finding between the two.
 */
export type Note = string | { readonly weight: 'urgent' | 'routine'; readonly text: string };

export function urgent(text: string): Note {
  return { weight: 'urgent', text };
}

export function routine(text: string): Note {
  return { weight: 'routine', text };
}

const RANK = { urgent: 0, finding: 1, routine: 2 };
const rankOf = (note: Note) => RANK[typeof note === 'string' ? 'finding' : note.weight];

/** The sentences, printable, what matters most first; otherwise in the order given. */
export function inOrder(notes: readonly Note[]): string[] {
  return notes
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((note) => printable(typeof note === 'string' ? note : note.text));
}

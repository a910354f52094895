import type { Gait, Rein } from '@piaffe/aggregation/contract';

/**
 * How a gait is drawn: its letter in the strip, its name for people, its background among the 256 colours of a terminal
 * (they bear black letters), its colour in pictures and what is written on that.
 */
interface Drawing {
  readonly letter: string;
  readonly name: string;
  readonly background: number;
  readonly colour: string;
  readonly ink: 'black' | 'white';
}

/** Backgrounds and colours differ in lightness as well as in hue. The pages use the same colours. */
export const gaitDrawings: Readonly<Record<Gait, Drawing>> = {
  halt: { letter: '.', name: 'halt', background: 252, colour: '#8a8f98', ink: 'black' },
  walk: { letter: 'W', name: 'walk', background: 114, colour: '#4c9f70', ink: 'black' },
  trot: { letter: 'T', name: 'trot', background: 75, colour: '#2f6fb2', ink: 'white' },
  canter: { letter: 'C', name: 'canter', background: 214, colour: '#d9822b', ink: 'black' },
  gallop: { letter: 'G', name: 'gallop', background: 203, colour: '#c23b4b', ink: 'white' },
  tolt: { letter: 'L', name: 'tölt', background: 141, colour: '#7a5cc0', ink: 'white' },
  pace: { letter: 'P', name: 'pace', background: 180, colour: '#8c6d46', ink: 'white' },
  unknown: { letter: '?', name: 'unknown', background: 244, colour: '#c9ccd1', ink: 'black' },
};

export const reinLetters: Readonly<Record<Rein, string>> = {
  left: '<',
  straight: '-',
  right: '>',
  none: ' ',
};

export const reinColours: Readonly<Record<'left' | 'straight' | 'right', string>> = {
  left: '#0f7c7c',
  straight: '#9aa5b1',
  right: '#b0448c',
};

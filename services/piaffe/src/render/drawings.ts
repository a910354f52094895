import type { Gait, Rein } from '@piaffe/aggregation/contract';

/** How a gait is drawn: its letter in the strip, its name for people, its background among the 256 colours. */
interface Drawing {
  readonly letter: string;
  readonly name: string;
  readonly background: number;
}

/** The backgrounds differ in lightness as well as in hue; all of them bear black letters. */
export const gaitDrawings: Readonly<Record<Gait, Drawing>> = {
  halt: { letter: '.', name: 'halt', background: 252 },
  walk: { letter: 'W', name: 'walk', background: 114 },
  trot: { letter: 'T', name: 'trot', background: 75 },
  canter: { letter: 'C', name: 'canter', background: 214 },
  gallop: { letter: 'G', name: 'gallop', background: 203 },
  tolt: { letter: 'L', name: 'tölt', background: 141 },
  pace: { letter: 'P', name: 'pace', background: 180 },
  unknown: { letter: '?', name: 'unknown', background: 244 },
};

export const reinLetters: Readonly<Record<Rein, string>> = {
  left: '<',
  straight: '-',
  right: '>',
  none: ' ',
};

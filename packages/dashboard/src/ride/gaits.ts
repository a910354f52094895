import { gaitWords, reinWords } from './words.ts';

/** In the order they are told to people: slow to fast, then the gaited breeds', then what is not known. */
export const gaits = ['halt', 'walk', 'trot', 'canter', 'gallop', 'tolt', 'pace', 'unknown'] as const;
export type Gait = (typeof gaits)[number];

/** The gaits that have strides. */
export const movingGaits = ['walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
export type MovingGait = (typeof movingGaits)[number];

export const reins = ['left', 'straight', 'right'] as const;
export type Rein = (typeof reins)[number];

/** How something is drawn. Never by its colour alone: `letter` or `name` stands on it, in `ink`. */
export interface Drawing {
  readonly name: string;
  readonly letter: string;
  readonly colour: string;
  readonly ink: string;
}

const dark = '#101512';
const light = '#ffffff';

export const gaitDrawings: Readonly<Record<Gait, Drawing>> = {
  halt: { ...gaitWords.halt, colour: '#8a8f98', ink: dark },
  walk: { ...gaitWords.walk, colour: '#4c9f70', ink: dark },
  trot: { ...gaitWords.trot, colour: '#2f6fb2', ink: light },
  canter: { ...gaitWords.canter, colour: '#d9822b', ink: dark },
  gallop: { ...gaitWords.gallop, colour: '#c23b4b', ink: light },
  tolt: { ...gaitWords.tolt, colour: '#7a5cc0', ink: light },
  pace: { ...gaitWords.pace, colour: '#8c6d46', ink: light },
  unknown: { ...gaitWords.unknown, colour: '#c9ccd1', ink: dark },
};

export const reinDrawings: Readonly<Record<Rein, Drawing>> = {
  left: { ...reinWords.left, colour: '#0f7c7c', ink: light },
  straight: { ...reinWords.straight, colour: '#9aa5b1', ink: dark },
  right: { ...reinWords.right, colour: '#b0448c', ink: light },
};

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
  halt: { name: 'Halt', letter: 'H', colour: '#8a8f98', ink: dark },
  walk: { name: 'Walk', letter: 'W', colour: '#4c9f70', ink: dark },
  trot: { name: 'Trot', letter: 'T', colour: '#2f6fb2', ink: light },
  canter: { name: 'Canter', letter: 'C', colour: '#d9822b', ink: dark },
  gallop: { name: 'Gallop', letter: 'G', colour: '#c23b4b', ink: light },
  tolt: { name: 'Tölt', letter: 'Ö', colour: '#7a5cc0', ink: light },
  pace: { name: 'Pace', letter: 'P', colour: '#8c6d46', ink: light },
  unknown: { name: 'Unknown', letter: '?', colour: '#c9ccd1', ink: dark },
};

export const reinDrawings: Readonly<Record<Rein, Drawing>> = {
  left: { name: 'Left', letter: 'L', colour: '#0f7c7c', ink: light },
  straight: { name: 'Straight', letter: 'S', colour: '#9aa5b1', ink: dark },
  right: { name: 'Right', letter: 'R', colour: '#b0448c', ink: light },
};

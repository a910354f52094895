import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const ride = {
  /** `letter` stands on a strip; `inText` within a sentence. */
  gaits: {
    halt: { name: 'Halt', inText: 'halt', letter: 'H' },
    walk: { name: 'Walk', inText: 'walk', letter: 'W' },
    trot: { name: 'Trot', inText: 'trot', letter: 'T' },
    canter: { name: 'Canter', inText: 'canter', letter: 'C' },
    gallop: { name: 'Gallop', inText: 'gallop', letter: 'G' },
    tolt: { name: 'Tölt', inText: 'tölt', letter: 'Ö' },
    pace: { name: 'Pace', inText: 'pace', letter: 'P' },
    unknown: { name: 'Unknown', inText: 'unknown', letter: '?' },
  },
  reins: {
    left: { name: 'Left', onIt: 'left rein', letter: 'L' },
    straight: { name: 'Straight', onIt: 'straight', letter: 'S' },
    right: { name: 'Right', onIt: 'right rein', letter: 'R' },
  },
  onlyStrides: (count: number) => `only ${counted(count, 'stride', 'strides')}`,
} satisfies Catalogue['ride'];

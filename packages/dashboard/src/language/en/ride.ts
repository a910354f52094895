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
  onlyStrides: (count: number) => `only ${counted(count, 'stride')}`,

  /** What people usually say of a ride. English is how it is kept, in whatever language it was said. */
  types: {
    Dressage: 'Dressage',
    Jumping: 'Jumping',
    Hack: 'Hack',
    Lunge: 'Lunge',
    'In hand': 'In hand',
    'Cross-country': 'Cross-country',
    Conditioning: 'Conditioning',
    'Warm-up': 'Warm-up',
  },
  surfaces: {
    Sand: 'Sand',
    'Sand with fibres': 'Sand with fibres',
    Grass: 'Grass',
    'Hard ground': 'Hard ground',
    'Forest track': 'Forest track',
    'Wood chips': 'Wood chips',
  },
};

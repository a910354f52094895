import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const ride = {
  gaits: {
    halt: { name: 'Halten', inText: 'Halten', letter: 'H' },
    walk: { name: 'Schritt', inText: 'Schritt', letter: 'S' },
    trot: { name: 'Trab', inText: 'Trab', letter: 'T' },
    canter: { name: 'Galopp', inText: 'Galopp', letter: 'G' },
    gallop: { name: 'Renngalopp', inText: 'Renngalopp', letter: 'R' },
    tolt: { name: 'Tölt', inText: 'Tölt', letter: 'Ö' },
    pace: { name: 'Pass', inText: 'Pass', letter: 'P' },
    unknown: { name: 'Unbekannt', inText: 'unbekannt', letter: '?' },
  },
  reins: {
    left: { name: 'Links', onIt: 'linke Hand', letter: 'L' },
    straight: { name: 'Gerade', onIt: 'geradeaus', letter: 'G' },
    right: { name: 'Rechts', onIt: 'rechte Hand', letter: 'R' },
  },
  onlyStrides: (count) => `nur ${counted(count, 'Schritt', 'Schritte')}`,
} satisfies Catalogue['ride'];

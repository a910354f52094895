import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const ride = {
  gaits: {
    halt: { name: 'Halten', inText: 'Halten', letter: 'H' },
    walk: { name: 'Schritt', inText: 'Schritt', letter: 'S' },
    trot: { name: 'Trab', inText: 'Trab', letter: 'T' },
    canter: { name: 'Galopp', inText: 'Galopp', letter: 'G' },
    gallop: { name: 'Renngalopp', inText: 'Renngalopp', letter: 'RG' },
    tolt: { name: 'Tölt', inText: 'Tölt', letter: 'Ö' },
    pace: { name: 'Pass', inText: 'Pass', letter: 'P' },
    unknown: { name: 'Unbekannt', inText: 'unbekannt', letter: '?' },
  },
  reins: {
    left: { name: 'Links', onIt: 'linke Hand', letter: 'L' },
    straight: { name: 'Gerade', onIt: 'geradeaus', letter: '↑' },
    right: { name: 'Rechts', onIt: 'rechte Hand', letter: 'R' },
  },
  onlyStrides: (count) => `nur ${counted(count, 'Schritt', 'Schritte')}`,

  types: {
    Dressage: 'Dressur',
    Jumping: 'Springen',
    Hack: 'Ausritt',
    Lunge: 'Longe',
    'In hand': 'An der Hand',
    'Cross-country': 'Gelände',
    Conditioning: 'Konditionstraining',
    'Warm-up': 'Lösephase',
  },
  surfaces: {
    Sand: 'Sand',
    'Sand with fibres': 'Sand mit Vlies',
    Grass: 'Gras',
    'Hard ground': 'Harter Boden',
    'Forest track': 'Waldweg',
    'Wood chips': 'Hackschnitzel',
  },
} satisfies Catalogue['ride'];

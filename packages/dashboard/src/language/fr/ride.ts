import type { Catalogue } from '../catalogue-type.ts';
import { counted } from './counted.ts';

export const ride = {
  gaits: {
    halt: { name: 'Arrêt', inText: 'arrêt', letter: 'A' },
    walk: { name: 'Pas', inText: 'pas', letter: 'P' },
    trot: { name: 'Trot', inText: 'trot', letter: 'T' },
    canter: { name: 'Galop', inText: 'galop', letter: 'G' },
    gallop: { name: 'Grand galop', inText: 'grand galop', letter: 'GG' },
    tolt: { name: 'Tölt', inText: 'tölt', letter: 'Ö' },
    pace: { name: 'Amble', inText: 'amble', letter: 'AM' },
    unknown: { name: 'Inconnu', inText: 'inconnu', letter: '?' },
  },
  reins: {
    left: { name: 'Gauche', onIt: 'main gauche', letter: 'MG' },
    straight: { name: 'Ligne droite', onIt: 'ligne droite', letter: 'L' },
    right: { name: 'Droite', onIt: 'main droite', letter: 'MD' },
  },
  onlyStrides: (count) => `seulement ${counted(count, 'foulée', 'foulées')}`,

  types: {
    Dressage: 'Dressage',
    Jumping: 'Obstacle',
    Hack: 'Extérieur',
    Lunge: 'Longe',
    'In hand': 'En main',
    'Cross-country': 'Cross',
    Conditioning: 'Entraînement de fond',
    'Warm-up': 'Détente',
  },
  surfaces: {
    Sand: 'Sable',
    'Sand with fibres': 'Sable fibré',
    Grass: 'Herbe',
    'Hard ground': 'Sol dur',
    'Forest track': 'Chemin forestier',
    'Wood chips': 'Copeaux',
  },
} satisfies Catalogue['ride'];

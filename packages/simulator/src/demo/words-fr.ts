import type { DemoWords } from './words.ts';

export const fr: DemoWords = {
  types: { flatwork: 'Dressage', jumping: 'Obstacle', hack: 'Extérieur', lunge: 'Longe' },
  surfaces: { sand: 'Sable', grass: 'Herbe', track: 'Chemin forestier' },
  breeds: { luna: 'Lusitanien', vento: 'Selle Français', brisa: 'Hanovrien' },
  notes: {
    flatwork: [
      'Moelleuse dans la main dès le début.',
      'Sable mouillé après la pluie, un peu lourd.',
      'Meilleures transitions à main gauche.',
      'D’abord en extension d’encolure, puis un peu de rassembler.',
    ],
    jumping: [
      'Deux parcours sans faute.',
      'Précipité dans le double, plus calme au second passage.',
      'De bonnes distances aujourd’hui.',
    ],
    hack: [
      'Jusqu’à la lisière de la forêt et retour.',
      'Du vent, un peu sur l’œil près de la route.',
      'Balade tranquille, rênes longues.',
    ],
    lunge: ['Rênes fixes, aux deux mains.', 'Séance courte, juste pour s’étirer.'],
  },
  events: {
    shoeing: 'Ferrure complète',
    treatment: 'Visite vétérinaire et soins ; contrôle dans deux semaines',
    lesson: 'Travail au galop',
    saddle: 'Nouvelle selle, réglée par le sellier',
    firstHack: 'Première sortie en extérieur de la saison',
  },
  ventoGains: [
    'Souffle encore après le galop.',
    'Galop plus long aujourd’hui, et il est resté dans le rythme.',
    'A vite repris son souffle.',
    'Le galop est devenu facile.',
  ],
  brisaUneven: [
    'Trot moins égal que d’habitude sur la longueur.',
    'Même sensation en ligne droite que la dernière fois.',
    'Plus facile sur le cercle que tout droit. Appelé le vétérinaire.',
    'Travail léger seulement.',
  ],
};

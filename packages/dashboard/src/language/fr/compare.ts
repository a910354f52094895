import type { Catalogue } from '../catalogue-type.ts';

export const compare = {
  title: 'Comparer deux séances',
  chooseOnRide: 'Ouvrez une séance et choisissez-y « Comparer ».',
  toHorses: 'Vers les chevaux',
  rideLetter: (letter) => `Séance ${letter}`,
  choose: 'Choisissez une séance',
  chooseOther: 'Avec quelle séance comparer ?',
  notAnalysed: 'L’une des deux n’est pas encore analysée ; il n’y a donc rien à comparer.',
  twoHorses:
    'Ce sont deux chevaux. Leurs chiffres disent peu l’un face à l’autre : chacun a ses propres habitudes.',
  differ: (what) => `Les deux séances diffèrent par : ${what}. Cela suffit à changer les chiffres.`,
  differing: { type: 'type de séance', surface: 'sol', rider: 'cavalier', mount: 'place du capteur' },
  strips: 'Les deux séances du début à la fin',
  numbers: 'Les chiffres côte à côte',
  numbersHelp:
    'A et B sont sur la même échelle fixe ; en teinte, ce qui était habituel pour le cheval avant la séance la plus récente. La différence est celle de B par rapport à A.',
  difference: 'Différence',
  said: {
    within: 'Toutes deux dans l’habitude de ce cheval.',
    outside: 'L’une au moins sort de l’habitude. Deux séances seules ne disent pas pourquoi.',
    uncertain: 'L’une des deux est trop incertaine pour être comparée.',
    unknown: 'L’habitude n’est pas encore connue.',
  },
  straights: 'Symétrie, un point par ligne droite',
  noStraight: 'pas de trot en ligne droite',
  gaitByRein: 'Allure par main',
} satisfies Catalogue['compare'];

import type { Catalogue } from '../catalogue-type.ts';

export const compare = {
  title: 'Zwei Ritte vergleichen',
  chooseOnRide: 'Öffnen Sie einen Ritt und wählen Sie dort „Vergleichen“.',
  toHorses: 'Zu den Pferden',
  rideLetter: (letter) => `Ritt ${letter}`,
  choose: 'Ritt auswählen',
  chooseOther: 'Mit welchem Ritt vergleichen?',
  notAnalysed: 'Einer der beiden ist noch nicht ausgewertet; so gibt es nichts zu vergleichen.',
  twoHorses: 'Das sind zwei Pferde. Ihre Zahlen sagen gegeneinander wenig: Für jedes ist anderes üblich.',
  differ: (what) => `Die beiden Ritte unterscheiden sich in: ${what}. Schon das ändert Zahlen.`,
  differing: { type: 'Art des Ritts', surface: 'Boden', rider: 'Reiter', mount: 'Platz des Sensors' },
  strips: 'Beide Ritte von Anfang bis Ende',
  numbers: 'Die Zahlen nebeneinander',
  numbersHelp:
    'A und B stehen auf derselben festen Skala; getönt ist, was für das Pferd vor dem späteren Ritt üblich war. Der Unterschied ist B gegenüber A.',
  difference: 'Unterschied',
  said: {
    within: 'Beide im Bereich des für dieses Pferd Üblichen.',
    outside: 'Mindestens einer liegt außerhalb des Üblichen. Zwei Ritte allein sagen nicht, warum.',
    uncertain: 'Einer von beiden ist zu ungewiss für einen Vergleich.',
    unknown: 'Was üblich ist, ist noch nicht bekannt.',
  },
  straights: 'Symmetrie, ein Punkt je Gerade',
  noStraight: 'kein Trab auf Geraden',
  gaitByRein: 'Gangart je Hand',
} satisfies Catalogue['compare'];

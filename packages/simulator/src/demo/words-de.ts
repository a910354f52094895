import type { DemoWords } from './words.ts';

export const de: DemoWords = {
  types: { flatwork: 'Dressur', jumping: 'Springen', hack: 'Ausritt', lunge: 'Longe' },
  surfaces: { sand: 'Sand', grass: 'Gras', track: 'Waldweg' },
  breeds: { luna: 'Lusitano', vento: 'Selle Français', brisa: 'Hannoveraner' },
  notes: {
    flatwork: [
      'Von Anfang an weich in der Hand.',
      'Nasser Sand nach dem Regen, etwas schwer.',
      'Übergänge auf der linken Hand besser.',
      'Erst vorwärts-abwärts, dann etwas Versammlung.',
    ],
    jumping: [
      'Zwei fehlerfreie Runden.',
      'In die Zweifache geeilt, beim zweiten Mal ruhiger.',
      'Heute gute Distanzen.',
    ],
    hack: [
      'Bis zum Waldrand und zurück.',
      'Windig, an der Straße etwas schreckhaft.',
      'Ruhiger Ausritt am langen Zügel.',
    ],
    lunge: ['Mit Ausbindern, auf beiden Händen.', 'Kurze Einheit, nur zum Lösen.'],
  },
  events: {
    shoeing: 'Rundum neu beschlagen',
    treatment: 'Tierarztbesuch und Behandlung; Kontrolle in zwei Wochen',
    lesson: 'Galopparbeit',
    saddle: 'Neuer Sattel, vom Sattler angepasst',
    firstHack: 'Erster Ausritt der Saison',
  },
  ventoGains: [
    'Pustet nach dem Galopp noch.',
    'Heute länger galoppiert, und er blieb im Takt.',
    'War schnell wieder bei Atem.',
    'Der Galopp fällt ihm jetzt leicht.',
  ],
  brisaUneven: [
    'Trab auf der langen Seite weniger gleichmäßig als sonst.',
    'Auf der Geraden das gleiche Gefühl wie beim letzten Mal.',
    'Auf dem Zirkel leichter als geradeaus. Tierarzt angerufen.',
    'Nur leicht gearbeitet.',
  ],
};

import type { DemoWords } from './words.ts';

export const en: DemoWords = {
  types: { flatwork: 'Dressage', jumping: 'Jumping', hack: 'Hack', lunge: 'Lunge' },
  surfaces: { sand: 'Sand', grass: 'Grass', track: 'Forest track' },
  breeds: { luna: 'Lusitano', vento: 'Selle Français', brisa: 'Hanoverian' },
  notes: {
    flatwork: [
      'Soft in the hand from the start.',
      'Wet sand after the rain, a little heavy.',
      'Transitions were better on the left rein.',
      'Long and low at first, then some collection.',
    ],
    jumping: [
      'Two clear rounds.',
      'Rushed into the double, calmer the second time.',
      'Good distances today.',
    ],
    hack: [
      'Out to the edge of the forest and back.',
      'Windy, a bit spooky near the road.',
      'Quiet hack on a long rein.',
    ],
    lunge: ['Side reins, both ways round.', 'Short session, just to stretch.'],
  },
  events: {
    shoeing: 'New shoes all round',
    treatment: "Vet's visit and treatment; check again in two weeks",
    lesson: 'Canter work',
    saddle: 'New saddle, fitted by the saddler',
    firstHack: 'First hack of the season',
  },
  ventoGains: [
    'Still puffing after the canter.',
    'Longer canter today, and he stayed in rhythm.',
    'Got his breath back quickly.',
    'Canter feels easy now.',
  ],
  brisaUneven: [
    'Trot felt less even than usual on the long side.',
    'Same feeling on the straight as last time.',
    'Easier on circles than on straight lines. Called the vet.',
    'Kept the work light.',
  ],
};

/** An example for what the document names. A test compares them with the schemas. */
const id = (letter: string) => letter.repeat(26);
const at = '2026-05-04T16:12:09.120Z';
const sha256 = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';
const context = { type: 'dressage', surface: 'sand', rider: id('r'), mount: 'girth' };
const recording = {
  id: id('f'),
  sha256,
  bytes: 4_312_114,
  name: 'monday.csv',
  startedAt: '2026-05-04T17:05:00+02:00',
  receivedAt: at,
  role: 'motion',
};
const score = { value: 8.4, unit: '1', n: 212, spread: null, quality: 'good', reason: null };

export const examples = {
  Account: {
    id: id('a'),
    name: 'rider@stable',
    role: 'rider',
    createdAt: at,
    suspended: false,
    hasPassword: true,
    language: 'de',
    units: null,
  },
  Token: {
    id: id('t'),
    name: 'nightly export',
    scopes: ['read'],
    createdAt: at,
    expiresAt: null,
    lastUsedAt: null,
  },
  Horse: {
    id: id('h'),
    name: 'Bay mare',
    breed: 'Hanoverian',
    birthYear: 2016,
    massKg: 560,
    usualMount: 'girth',
    timeZone: 'Europe/Berlin',
    archived: false,
    demo: false,
    createdAt: at,
  },
  HorseEvent: { id: id('e'), horse: id('h'), at, kind: 'shoeing', text: 'New shoes in front' },
  Rider: { id: id('r'), name: 'Me', archived: false, createdAt: at },
  Session: {
    id: id('s'),
    horse: id('h'),
    state: 'done',
    reason: null,
    progress: null,
    startedAt: '2026-05-04T17:05:00+02:00',
    receivedAt: at,
    context,
    recordings: [recording],
    trim: null,
    corrections: null,
    notes: [],
    overview: {
      durationSeconds: 3605.2,
      gaits: [
        { gait: 'walk', seconds: 1204.5 },
        { gait: 'trot', seconds: 1510.1 },
      ],
      symmetryScore: score,
    },
    computed: { algorithm: 'aggregation', version: '2.0.0', at, current: true },
    removedAt: null,
    purgedAt: null,
  },
  SessionEvent: {
    id: '42',
    kind: 'done',
    session: id('s'),
    horse: id('h'),
    state: 'done',
    reason: null,
    progress: null,
    at,
  },
  Metric: score,
  Problem: {
    type: 'urn:piaffe:problem:horse-not-found',
    title: 'No such horse',
    status: 404,
    detail: 'There is no such horse. Look it up in your list of horses.',
    code: 'horse-not-found',
    requestId: '3b1f9a0e-6f0c-4d53-9a53-4d1a0b5f6a0d',
  },
} as const;

/** Symbols and names of things: the same everywhere. */
const everywhere = [
  'cm',
  'mm',
  'm',
  'km',
  'mi',
  'm/min',
  'mph',
  'kg',
  'lb',
  '/min',
  'min',
  'bpm',
  'Tölt',
  'tölt',
];

/** What is the same word in English and in another language of the pages, by the language. */
export const cognates: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set([
    ...everywhere,
    '30 notes',
    'Cadence',
    'Distance',
    'Dressage',
    'Fatigue',
    'Note',
    'Notes',
    'Pages',
    'rotation',
    'Transitions',
    'Trot',
    'trot',
    'Type',
  ]),
  de: new Set([...everywhere, 'kB', 'MB', 'GB', 'Downloads', 'Fitness', 'Form', 'Name', 'Sand', 'Sensor']),
};

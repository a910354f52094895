export const upload = {
  title: 'Upload rides',
  horse: 'Horse',
  noHorses: 'A ride belongs to a horse. Add one first.',
  toHorses: 'Add a horse',
  drop: 'Drop files here',
  choose: 'Choose files',
  whichFiles:
    'CSV of a motion sensor, zip of Sensor Logger or phyphox, Movesense, Arrow; FIT, GPX or TCX of a watch. Several at once. The bytes are kept as they are.',
  about: 'About these rides',
  aboutHint: 'Optional, and can be said later',
  start: 'Began',
  startHint: (zone: string) => `Only if the file does not know. On the clocks of ${zone}.`,
  startForOne:
    'A start can be said of one ride at a time. Choose one file, or empty the start and say it later on each page.',
  files: 'Files',
  clear: 'Clear the list',

  waiting: 'Waiting',
  sending: (percent: string) => `Uploading ${percent}`,
  storing: 'Making it safe …',
  queued: 'Safe. Waiting for its analysis',
  analysing: (percent: string) => `Safe. Analysing ${percent}`,
  done: 'Done',
  duplicate: (horse: string | null) =>
    `You have this ride already${horse === null ? '' : `, with ${horse}`}. Nothing was stored twice.`,
  notUsable: 'Kept, but it cannot be analysed:',
  notAnalysed: 'Kept, but the analysis did not end:',
  failed: 'Not uploaded.',
  open: 'Open the ride',
  openUnusable: 'See the file',
  toHorse: (name: string) => `for ${name}`,
  progressOf: (name: string) => `Upload of ${name}`,
};

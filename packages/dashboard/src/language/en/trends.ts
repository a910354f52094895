import { counted } from './counted.ts';

const cadence = { unit: '/min', means: 'Strides a minute, the mean of the ride.' };
const elevation = { unit: '', means: 'How far the trunk rises and falls in a stride.' };
const regularity = {
  unit: 'of 10',
  means: 'How steady the time from stride to stride was. 10 is perfectly steady.',
};
const speed = { unit: '', means: 'Metres a minute, from the positions of the ride.' };

export const trends = {
  title: 'Trends',
  titleOf: (horse: string) => `${horse}: trends`,
  nothingTitle: 'No trend yet',
  nothingYet: 'Trends are drawn from rides that were analysed. Upload a few, and they appear here.',
  nothingFiltered:
    'No ride fits what is chosen above. Choose a longer period, or every type, surface and rider.',
  nothingMeasured: 'Nothing was measured here.',
  upload: 'Upload a ride',

  period: 'Period',
  periods: { '12w': '12 weeks', '6m': '6 months', '1y': '1 year', all: 'Everything' },
  filters: { type: 'Type of ride', surface: 'Surface', rider: 'Rider' },
  everyType: 'Every type',
  everySurface: 'Every surface',
  everyRider: 'Every rider',
  riderNotKnown: 'somebody no longer listed',

  metrics: {
    'symmetry.score': {
      name: 'Symmetry at trot',
      unit: 'of 10',
      means: 'Compares the two halves of each trot stride on straight lines. 10 is even.',
    },
    'symmetry.minDiff': {
      name: 'Low-point difference',
      unit: 'mm',
      means: 'How far the lowest points of the two half-strides at trot are apart.',
    },
    'symmetry.maxDiff': {
      name: 'High-point difference',
      unit: 'mm',
      means: 'How far the highest points of the two half-strides at trot are apart.',
    },
    'gaits.walk.cadence': { name: 'Cadence at walk', ...cadence },
    'gaits.trot.cadence': { name: 'Cadence at trot', ...cadence },
    'gaits.canter.cadence': { name: 'Cadence at canter', ...cadence },
    'gaits.walk.elevation': { name: 'Elevation at walk', ...elevation },
    'gaits.trot.elevation': { name: 'Elevation at trot', ...elevation },
    'gaits.canter.elevation': { name: 'Elevation at canter', ...elevation },
    'gaits.walk.regularity': { name: 'Regularity at walk', ...regularity },
    'gaits.trot.regularity': { name: 'Regularity at trot', ...regularity },
    'gaits.canter.regularity': { name: 'Regularity at canter', ...regularity },
    'load.gaitMinutes': {
      name: 'Load of the ride',
      unit: 'gait min',
      means: 'Minutes at walk, twice those at trot, three times those at canter.',
    },
    'heartRate.mean': { name: 'Mean heart rate', unit: 'bpm', means: 'Over the time it was measured.' },
    'heartRate.max': { name: 'Highest heart rate', unit: 'bpm', means: 'Of the ride.' },
    'heartRate.recovery': {
      name: 'Recovery',
      unit: 's',
      means: 'How long the heart took from 130 to 64 beats a minute after work.',
    },
    'position.gaits.walk.speed': { name: 'Speed at walk', ...speed },
    'position.gaits.trot.speed': { name: 'Speed at trot', ...speed },
    'position.gaits.canter.speed': { name: 'Speed at canter', ...speed },
    'position.distance': { name: 'Distance', unit: '', means: 'Along the track of the ride.' },
    'transitions.count': { name: 'Transitions', unit: '', means: 'Changes of gait, halts included.' },
    'jumps.count': { name: 'Jumps', unit: '', means: 'Fences that were jumped.' },
  },
  chartLabel: (name: string, unit: string, count: number) =>
    `${name}${unit === '' ? '' : ` (${unit})`}, ${counted(count, 'ride')} over time`,
  pointAtDot: 'Point at a dot to read it; a click opens the ride. Keys: the arrows move, Enter opens.',
  usualIs: (low: string, high: string) => `usual before: ${low} to ${high}`,
  noBandYet: 'too few comparable rides to say what is usual',
  lessCertain: 'less certain',

  keySession: 'a ride',
  keyDoubt: 'less certain data',
  keyOut: 'outside what was usual',
  keyMedian: 'rolling median',
  keyBand: 'usual for this horse until then',
  keyEvent: 'event',
  keyVersion: 'another version of the algorithm',

  usualFor: (horse: string, low: string, high: string, unit: string, rides: number) =>
    `Usual for ${horse}: ${low} to ${high}${unit === '' ? '' : ` ${unit}`}, from ${counted(rides, 'comparable ride')}.`,
  noSlope: 'Too few comparable rides to say whether it rises or falls.',
  rises: (amount: string, low: string, high: string, unit: string, rides: number) =>
    `It has been rising: ${amount} ${unit} in four weeks (between ${low} and ${high}), from ${counted(rides, 'ride')}.`,
  falls: (amount: string, low: string, high: string, unit: string, rides: number) =>
    `It has been falling: ${amount} ${unit} in four weeks (between ${low} and ${high}), from ${counted(rides, 'ride')}.`,
  steady: (low: string, high: string, unit: string, rides: number) =>
    `No clear rise or fall: between ${low} and ${high} ${unit} in four weeks, from ${counted(rides, 'ride')}.`,
  changed: (date: string, before: string, after: string, unit: string) =>
    `Around ${date} the level changed: ${before} before, ${after} ${unit} since.`,
  events: {
    shoeing: 'Shoeing',
    treatment: 'Treatment',
    lesson: 'Lesson',
    saddle: 'New saddle',
    other: 'Event',
  },
  versionChanged: (from: string, to: string) =>
    `From here on computed by ${to}, before by ${from}: not compared with each other.`,

  lately: 'The last twelve weeks',
  unusualNow: (count: number) => `${counted(count, 'number')} outside the usual range at present.`,
  look: 'Look at them',
  outOfRange: 'Out of the usual range',
  nothingOut: (horse: string) => `Nothing lately that was unusual for ${horse}.`,
  wasOut: (direction: 'higher' | 'lower', rides: number) =>
    rides === 1
      ? `was ${direction} than usual, once.`
      : `was ${direction} than usual in ${rides} comparable rides in a row.`,
  earlier: (count: number) => `${counted(count, 'ride or run', 'rides or runs')} outside, earlier`,
  since: (date: string) => `Since ${date}.`,
  backInside: 'Back in the usual range since.',
  advice: {
    watch: 'That says little yet. Watch the next comparable rides.',
    'talk-to-your-vet':
      'Three or more in a row is worth a look: check sensor and saddle, and talk to your vet or coach about it.',
  },
  notADiagnosis:
    'Each ride is compared only with comparable rides of this horse. One sensor on the trunk does not explain why something changed; that takes people who see the horse.',

  changing: 'What is changing',
  inFourWeeks: {
    rises: (amount: string) => `has been rising, by ${amount} in four weeks.`,
    falls: (amount: string) => `has been falling, by ${amount} in four weeks.`,
  },

  allMetrics: 'All that was measured',

  weeklyLoad: 'Work per week',
  weeksScroll: 'Weeks, can be scrolled sideways',
  minutes: 'min',
  weekUnknown: (day: string) => `Week of ${day}: nothing recorded, so not known`,
  weekOf: (day: string, minutes: number, rides: number, days: number) =>
    `Week of ${day}: ${minutes} min in ${counted(rides, 'ride')} on ${counted(days, 'day')}`,
  ratio: 'Last week against the last four (acute to chronic)',
  fitness: 'Fitness: daily load, averaged over six weeks',
  fatigue: 'Fatigue: the same over one week',
  form: 'Form: fitness minus fatigue, of the day before',
  monotony: 'Monotony of the last full week',
  strain: 'Strain of the last full week',
  loadHonesty:
    'A day without a recording is unknown, not rest. Fitness, fatigue and form use constants found in human athletes.',
  weeklyReins: 'Curves per week, left and right',

  downloads: 'Take it with you',
  download: { csv: 'What is shown (CSV)', arrow: 'What is shown (Arrow)' },
  computedBy: (algorithm: string) => `Computed by ${algorithm}.`,
};

/** Standard gravity in m/s2. */
export const STANDARD_GRAVITY = 9.80665;

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** Least significant bits per g of the MPU-6050/6500 at +-2, 4, 8 and 16 g (register map: AFS_SEL 0-3). */
export const COUNTS_PER_G: readonly { readonly range: number; readonly counts: number }[] = [
  { range: 2, counts: 16_384 },
  { range: 4, counts: 8192 },
  { range: 8, counts: 4096 },
  { range: 16, counts: 2048 },
];

/** Counts per deg/s of the MPU-6050/6500 at +-250 deg/s (register map: FS_SEL 0). */
export const COUNTS_PER_DEGREE_PER_SECOND = 131;

/** A unit a column can be in: what it measures, its name, and the factor to s, g or deg/s (NaN for raw counts). */
export type Unit =
  | { readonly of: 'time'; readonly name: 's' | 'ms' | 'us' | 'ns'; readonly factor: number }
  | {
      readonly of: 'acceleration';
      readonly name: 'g' | 'mg' | 'm/s2' | 'cm/s2' | 'mm/s2';
      readonly factor: number;
    }
  | { readonly of: 'angular rate'; readonly name: 'deg/s' | 'rad/s' | 'mdps'; readonly factor: number }
  | { readonly of: 'counts'; readonly name: 'counts'; readonly factor: number };

export const TIME_UNITS = {
  s: { of: 'time', name: 's', factor: 1 },
  ms: { of: 'time', name: 'ms', factor: 1e-3 },
  us: { of: 'time', name: 'us', factor: 1e-6 },
  ns: { of: 'time', name: 'ns', factor: 1e-9 },
} as const;

export const ACCELERATION_UNITS = {
  g: { of: 'acceleration', name: 'g', factor: 1 },
  'm/s2': { of: 'acceleration', name: 'm/s2', factor: 1 / STANDARD_GRAVITY },
  mg: { of: 'acceleration', name: 'mg', factor: 1e-3 },
} as const;

/** Units of acceleration that a header may state, but that are never guessed: cm/s2 is too near to mg. */
const STATED_ONLY = {
  'cm/s2': { of: 'acceleration', name: 'cm/s2', factor: 1e-2 / STANDARD_GRAVITY },
  'mm/s2': { of: 'acceleration', name: 'mm/s2', factor: 1e-3 / STANDARD_GRAVITY },
} as const;

/** All units of acceleration that can be stated. */
export const STATED_ACCELERATION_UNITS = { ...ACCELERATION_UNITS, ...STATED_ONLY } as const;

export const ANGULAR_RATE_UNITS = {
  'deg/s': { of: 'angular rate', name: 'deg/s', factor: 1 },
  'rad/s': { of: 'angular rate', name: 'rad/s', factor: DEGREES_PER_RADIAN },
  mdps: { of: 'angular rate', name: 'mdps', factor: 1e-3 },
} as const;

export const COUNTS: Unit = { of: 'counts', name: 'counts', factor: Number.NaN };

const SPELLINGS: readonly (readonly [Unit, string])[] = [
  [TIME_UNITS.s, 's sec secs second seconds sek sekunden'],
  [TIME_UNITS.ms, 'ms msec msecs milli millis millisecond milliseconds'],
  [TIME_UNITS.us, 'us usec usecs micro micros microsecond microseconds'],
  [TIME_UNITS.ns, 'ns nsec nsecs nano nanos nanosecond nanoseconds'],
  [ACCELERATION_UNITS.g, 'g gs gn gforce'],
  [ACCELERATION_UNITS.mg, 'mg millig mgs'],
  [ACCELERATION_UNITS['m/s2'], 'm/s2 ms2 ms-2 m/s/s mps2 m/sec2 mpss meter/s2 meters/second2'],
  [STATED_ONLY['cm/s2'], 'cm/s2 cms2 cms-2 cm/sec2 gal'],
  [STATED_ONLY['mm/s2'], 'mm/s2 mms2 mms-2 mm/sec2'],
  [
    ANGULAR_RATE_UNITS['deg/s'],
    'deg/s degs degps dps deg/sec degree/s degrees/s degrees/second deg/second grad/s',
  ],
  [
    ANGULAR_RATE_UNITS['rad/s'],
    'rad/s rads radps rps rad/sec radian/s radians/s radians/second rad/second rads-1',
  ],
  [ANGULAR_RATE_UNITS.mdps, 'mdps mdeg/s'],
  [COUNTS, 'counts count lsb adc'],
];

const BY_SPELLING = new Map(
  SPELLINGS.flatMap(([unit, spellings]) => spellings.split(' ').map((spelling) => [spelling, unit] as const)),
);

/** The unit written as `text` in one of its usual spellings; null when it is none known here. */
export function parseUnit(text: string): Unit | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s^_*·.()]/g, '')
    .replaceAll('²', '2')
    .replaceAll('°', 'deg')
    .replace(/[µμ]/g, 'u')
    .replace('per', '/')
    .replace('//', '/');
  return BY_SPELLING.get(plain) ?? null;
}

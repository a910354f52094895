import fc from 'fast-check';
import type { Motion } from './ride.fixture.ts';

/** One way of writing a motion as text. */
export interface Dialect {
  readonly separator: ',' | ';' | '\t' | ' ';
  readonly decimalComma: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly names: NameStyle;
  readonly time: 's' | 'ms' | 'us' | 'ns' | 'iso';
  readonly acceleration: 'g' | 'mg' | 'm/s2';
  readonly angularRate: 'deg/s' | 'rad/s' | null;
  readonly letters: 'as is' | 'upper' | 'lower';
  readonly quoted: 'nothing' | 'header' | 'everything';
  readonly label: boolean;
  readonly preamble: readonly string[];
  readonly encoding: 'utf-8' | 'utf-8 with BOM' | 'utf-16le';
  /** Order of the columns: keys to sort by. */
  readonly order: readonly number[];
}

type NameStyle = keyof typeof NAMES;

/** Time, an axis of acceleration and one of angular rate, as headers in the wild write them. */
const NAMES = {
  suffix: {
    t: (unit: string) => (unit === 'iso' ? 'time' : `t_${unit}`),
    a: (axis: string, unit: string) => `a${axis}_${unit.replace('m/s2', 'ms2')}`,
    g: (axis: string, unit: string) => `g${axis}_${unit === 'deg/s' ? 'dps' : 'rads'}`,
  },
  brackets: {
    t: (unit: string) => (unit === 'iso' ? 'Timestamp' : `Time (${unit})`),
    a: (axis: string, unit: string) => `Acceleration ${axis} (${unit.replace('s2', 's^2')})`,
    g: (axis: string, unit: string) => `Gyroscope ${axis} (${unit})`,
  },
  square: {
    t: (unit: string) => (unit === 'iso' ? 'datetime' : `timestamp [${unit.replace('us', 'µs')}]`),
    a: (axis: string, unit: string) => `Accel${axis.toUpperCase()} [${unit.replace('s2', 's²')}]`,
    g: (axis: string, unit: string) => `Gyro${axis.toUpperCase()} [${unit.replace('deg', '°')}]`,
  },
  plain: {
    t: () => 'timestamp',
    a: (axis: string) => `acc_${axis}`,
    g: (axis: string) => `gyr_${axis}`,
  },
  words: {
    t: () => 'Elapsed time',
    a: (axis: string) => `Accelerometer ${axis}`,
    g: (axis: string) => `rotation rate ${axis}`,
  },
  short: { t: () => 't', a: (axis: string) => `a${axis}`, g: (axis: string) => `w${axis}` },
} as const;

export const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    separator: fc.constantFrom(',', ';', '\t', ' ') as fc.Arbitrary<Dialect['separator']>,
    decimalComma: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r') as fc.Arbitrary<Dialect['lineEnd']>,
    names: fc.constantFrom(...(Object.keys(NAMES) as NameStyle[])),
    time: fc.constantFrom('s', 'ms', 'us', 'ns', 'iso') as fc.Arbitrary<Dialect['time']>,
    acceleration: fc.constantFrom('g', 'mg', 'm/s2') as fc.Arbitrary<Dialect['acceleration']>,
    angularRate: fc.constantFrom('deg/s', 'rad/s', null) as fc.Arbitrary<Dialect['angularRate']>,
    letters: fc.constantFrom('as is', 'upper', 'lower') as fc.Arbitrary<Dialect['letters']>,
    quoted: fc.constantFrom('nothing', 'header', 'everything') as fc.Arbitrary<Dialect['quoted']>,
    label: fc.boolean(),
    preamble: fc.subarray(['# recorded in the yard', '', '// horse: 7 years old, chestnut', '% 1, 2']),
    encoding: fc.constantFrom('utf-8', 'utf-8 with BOM', 'utf-16le') as fc.Arbitrary<Dialect['encoding']>,
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
  })
  .map((dialect) => ({
    ...dialect,
    // Cells with spaces in them cannot be separated by spaces, nor decimal commas by commas, unless quoted.
    names: dialect.separator === ' ' ? ('suffix' as const) : dialect.names,
    quoted: dialect.separator === ' ' ? ('nothing' as const) : dialect.quoted,
    decimalComma: dialect.decimalComma && (dialect.separator !== ',' || dialect.quoted === 'everything'),
  }));

const TIME_FACTORS = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 };
const ACCELERATION_FACTORS = { g: 1, mg: 1000, 'm/s2': 9.80665 };
const RATE_FACTORS = { 'deg/s': 1, 'rad/s': Math.PI / 180 };
const START = Date.UTC(2024, 4, 1, 8, 30);

/** The motion in that dialect, as bytes. */
export function writeMotion(motion: Motion, dialect: Dialect): Uint8Array {
  const names = NAMES[dialect.names];
  const number = (value: number, decimals: number) => {
    const text = value.toFixed(decimals);
    return dialect.decimalComma ? text.replace('.', ',') : text;
  };
  const quote = (text: string, quoted: boolean) => (quoted ? `"${text}"` : text);
  const columns: { name: string; cell: (i: number) => string }[] = [
    {
      name: names.t(dialect.time),
      cell: (i) => {
        const seconds = motion.time[i]!;
        if (dialect.time === 'iso')
          return `${new Date(START + seconds * 1000).toISOString().slice(0, -1)}+00:00`;
        return number(seconds * TIME_FACTORS[dialect.time], dialect.time === 's' ? 4 : 0);
      },
    },
  ];
  for (const [axis, letter] of ['x', 'y', 'z'].entries()) {
    columns.push({
      name: names.a(letter, dialect.acceleration),
      cell: (i) => number(motion.acceleration[i]![axis]! * ACCELERATION_FACTORS[dialect.acceleration], 5),
    });
  }
  if (dialect.angularRate) {
    const unit = dialect.angularRate;
    for (const [axis, letter] of ['x', 'y', 'z'].entries()) {
      columns.push({
        name: names.g(letter, unit),
        cell: (i) => number(motion.angularRate[i]![axis]! * RATE_FACTORS[unit], 6),
      });
    }
  }
  if (dialect.label) columns.push({ name: 'gait', cell: () => 'trot' });
  const order = columns.map((_, i) => i).sort((a, b) => dialect.order[a]! - dialect.order[b]!);
  const cased = (name: string) =>
    dialect.letters === 'upper'
      ? name.toUpperCase()
      : dialect.letters === 'lower'
        ? name.toLowerCase()
        : name;
  const lines = [
    ...dialect.preamble,
    order.map((i) => quote(cased(columns[i]!.name), dialect.quoted !== 'nothing')).join(dialect.separator),
    ...motion.time.map((_, row) =>
      order.map((i) => quote(columns[i]!.cell(row), dialect.quoted === 'everything')).join(dialect.separator),
    ),
  ];
  const text = lines.join(dialect.lineEnd) + dialect.lineEnd;
  if (dialect.encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return new TextEncoder().encode(dialect.encoding === 'utf-8' ? text : `\ufeff${text}`);
}

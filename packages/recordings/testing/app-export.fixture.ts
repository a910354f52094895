import type { Motion } from './ride.fixture.ts';
import type { TrackPoint } from './track.fixture.ts';
import type { Packed } from './zip.fixture.ts';

const G = 9.80665;
const RADIANS = Math.PI / 180;
type Vectors = readonly (readonly [number, number, number])[];

/** What an export holds besides the acceleration. */
export interface ExportOptions {
  /** s since 1970 of the motion's zero. */
  readonly start: number;
  readonly platform?: 'android' | 'ios';
  readonly standardised?: boolean;
  /** s by which the gyroscope's samples lie between those of the accelerometer. */
  readonly rateShift?: number;
  readonly track?: readonly TrackPoint[];
}

/** A motion at other times, by its own formula: linear between its samples. */
export function at(motion: Motion, vectors: Vectors, time: number): number[] {
  const rate = 1 / (motion.time[1]! - motion.time[0]!);
  const row = Math.max(0, Math.min(motion.time.length - 2, Math.floor(time * rate)));
  const share = Math.max(0, Math.min(1, time * rate - row));
  return vectors[row]!.map((value, axis) => value + share * (vectors[row + 1]![axis]! - value));
}

/** The files of a Sensor Logger export. */
export function sensorLoggerExport(motion: Motion, options: ExportOptions): Packed[] {
  const { start, platform = 'android', standardised = false, rateShift = 0, track = [] } = options;
  const sign = platform === 'ios' && !standardised ? -1 : 1;
  const stamp = (t: number) =>
    `${BigInt(Math.round(start * 1000)) * 1_000_000n + BigInt(Math.round(t * 1e9))},${t}`;
  const sensor = (name: string, vectors: Vectors, scale: number, shift = 0): Packed => ({
    name: `${name}.csv`,
    content: `time,seconds_elapsed,z,y,x\n${motion.time
      .map((t) => {
        const [x, y, z] =
          shift === 0
            ? vectors[Math.round(t / (motion.time[1]! - motion.time[0]!))]!
            : at(motion, vectors, t + shift);
        return `${stamp(t + shift)},${z! * scale},${y! * scale},${x! * scale}`;
      })
      .join('\n')}\n`,
  });
  const gravity = motion.acceleration.map(() => [0.3, -0.1, Math.sqrt(0.9)] as const);
  const own = motion.acceleration.map((vector, i) => vector.map((value, axis) => value - gravity[i]![axis]!));
  return [
    ...(platform === 'ios'
      ? [sensor('Gravity', gravity, sign * G)]
      : [sensor('TotalAcceleration', motion.acceleration, G)]),
    sensor('Accelerometer', own as unknown as Vectors, sign * G),
    sensor('Gyroscope', motion.angularRate, RADIANS, rateShift),
    ...(track.length > 0 ? [heartRate(track), location(track)] : []),
    { name: 'Annotation.csv', content: 'time,seconds_elapsed,text,millisecond_press_duration\n' },
    {
      name: 'Metadata.csv',
      content: `version,device name,recording epoch time,recording time,recording timezone,platform,appVersion,device id,sensors,sampleRateMs,standardisation\n3,a phone,${start * 1000},2026-05-01_08-30-00,Europe/Paris,${platform},1.50,abc,Accelerometer|Gyroscope,10|10,${standardised}\n`,
    },
  ];
  function heartRate(points: readonly TrackPoint[]): Packed {
    const rows = points.map(({ at, bpm }) => `${stamp(at - start)},${bpm}`);
    return { name: 'HeartRate.csv', content: `time,seconds_elapsed,bpm\n${rows.join('\n')}\n` };
  }
  function location(points: readonly TrackPoint[]): Packed {
    const rows = points.map(
      ({ at, latitude, longitude, altitude, speed }) =>
        `${stamp(at - start)},0,0.4,3,2.5,${speed},90,${altitude},${longitude},${latitude}`,
    );
    return {
      name: 'Location.csv',
      content: `time,seconds_elapsed,bearingAccuracy,speedAccuracy,verticalAccuracy,horizontalAccuracy,speed,bearing,altitude,longitude,latitude\n${rows.join('\n')}\n`,
    };
  }
}

/** The files of a phyphox export; with `pause` the experiment stood still for that long in its middle. */
export function phyphoxExport(
  motion: Motion,
  options: ExportOptions & {
    readonly linear?: boolean;
    readonly pause?: number;
    readonly separator?: ',' | ';';
  },
): Packed[] {
  const {
    start,
    platform = 'android',
    rateShift = 0,
    track = [],
    linear = false,
    pause = 0,
    separator = ',',
  } = options;
  const sign = platform === 'ios' ? -1 : 1;
  const number = (value: number) => {
    const text = value.toExponential(9).toUpperCase().replace('E+', 'E');
    return separator === ';' ? text.replace('.', ',') : text;
  };
  const table = (name: string, header: readonly string[], rows: readonly (readonly number[])[]): Packed => ({
    name,
    content: `${header.map((cell) => `"${cell}"`).join(separator)}\n${rows.map((row) => row.map(number).join(separator)).join('\n')}\n`,
  });
  const axes = (unit: string) => ['Time (s)', ...['X', 'Y', 'Z'].map((axis) => `${axis} (${unit})`)];
  const half = motion.time[motion.time.length >> 1]!;
  return [
    table(
      linear ? 'Linear Accelerometer.csv' : 'Accelerometer.csv',
      axes('m/s^2'),
      motion.time.map((t, i) => [t, ...motion.acceleration[i]!.map((value) => sign * value * G)]),
    ),
    table(
      'Gyroscope.csv',
      axes('rad/s'),
      motion.time.map((t) => [
        t + rateShift,
        ...at(motion, motion.angularRate, t + rateShift).map((value) => value * RADIANS),
      ]),
    ),
    ...(track.length > 0
      ? [
          table(
            'Location.csv',
            [
              'Time (s)',
              'Latitude (°)',
              'Longitude (°)',
              'Height (m)',
              'Velocity (m/s)',
              'Direction (°)',
              'Horizontal Accuracy (m)',
              'Vertical Accuracy (m)',
            ],
            track.map(({ at, latitude, longitude, altitude, speed }) => [
              at - start,
              latitude!,
              longitude!,
              altitude!,
              speed!,
              90,
              4,
              6,
            ]),
          ),
        ]
      : []),
    {
      name: 'meta/time.csv',
      content: `${['event', 'experiment time', 'system time', 'system time text'].map((cell) => `"${cell}"`).join(separator)}\n${[
        ['"START"', number(0), start.toFixed(3), '"text"'],
        ['"PAUSE"', number(half), (start + half).toFixed(3), '"text"'],
        ...(pause > 0 ? [['"START"', number(half), (start + half + pause).toFixed(3), '"text"']] : []),
      ]
        .map((row) => row.join(separator))
        .join('\n')}\n`,
    },
    {
      name: 'meta/device.csv',
      content: `"property"${separator}"value"\n"deviceModel"${separator}"${platform === 'ios' ? 'iPhone12,1' : 'Pixel'}"\n`,
    },
  ];
}

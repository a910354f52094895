import type { SessionContext, SessionResult } from '@piaffe/aggregation/contract';
import { flow } from './layout.ts';
import { clock } from './numbers.ts';

const formatNames: Readonly<Record<string, string>> = {
  csv: 'CSV',
  'mpu-raw-counts': 'raw MPU counts',
  'sensor-logger-csv': 'Sensor Logger CSV',
  'sensor-logger-zip': 'Sensor Logger',
  'phyphox-csv': 'phyphox CSV',
  'phyphox-zip': 'phyphox',
  'movesense-json': 'Movesense JSON',
  'movesense-csv': 'Movesense CSV',
  fit: 'FIT',
  gpx: 'GPX',
  tcx: 'TCX',
  arrow: 'Arrow',
};

/** What was recorded: format, start, duration, rate and sensors, then what the rider said about it. */
export function recordingHeader({ recording, context }: SessionResult, width: number): string[] {
  const { format, startedAt, durationSeconds, sampleRateHz, channels } = recording;
  const about = [
    formatNames[format] ?? format,
    startedAt === null ? 'start not known' : started(startedAt),
    clock(durationSeconds),
    `${sampleRateHz.toFixed(1)} samples/s`,
    sensors(channels),
  ];
  return [...flow(about, width, ' · '), ...flow(told(context), width, ' · ')];
}

/** 2026-05-01T10:30:00.123+02:00 as 2026-05-01 10:30 (+02:00). */
export function started(instant: string): string {
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[^Z+-]*(Z|[+-]\d\d:?\d\d)$/.exec(instant) ?? [];
  if (date === undefined) return instant;
  return `${date} ${time} (${offset === 'Z' ? 'UTC' : offset})`;
}

function sensors(channels: readonly string[]): string {
  const kinds = [
    ...(channels.includes('ax') ? ['accelerometer'] : []),
    ...(channels.includes('gx') ? ['gyroscope'] : []),
    ...(channels.includes('heartRate') ? ['heart rate'] : []),
    ...(channels.includes('position') ? ['position'] : []),
  ];
  if (kinds.length === 1) return `${kinds[0]} only`;
  return `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
}

function told({ horse, rider, type, surface, mount }: SessionContext): string[] {
  return [
    horse,
    rider === null ? null : `ridden by ${rider}`,
    type,
    surface === null ? null : `on ${surface}`,
    mount === null ? null : `sensor: ${mount}`,
  ].filter((part) => part !== null);
}

import { ZipFile } from 'yazl';
import { gravity } from '../gravity.ts';
import type { Ride } from '../simulate.ts';
import { LineWriter } from './line-writer.ts';
import { startNanoseconds } from './ride-time.ts';

export interface SensorLoggerOptions {
  /** Leaves Location.csv out. */
  readonly position?: boolean;
  /** Leaves HeartRate.csv out. */
  readonly heartRate?: boolean;
}

/**
 * The ride as one zip, as the app Sensor Logger exports it from an Android phone (version 3 of its layout):
 * TotalAcceleration.csv in m/s2 and Gyroscope.csv in rad/s with z, y, x; Location.csv and HeartRate.csv where there is
 * anything to say; Metadata.csv. Time is in ns since 1970 and in s since the start.
 */
export async function toSensorLoggerZip(
  ride: Ride,
  { position = true, heartRate = true }: SensorLoggerOptions = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  // A zip holds the time on the clock where it was made. Read without its offset, the same bytes come out everywhere.
  const mtime = new Date(ride.startedAt.slice(0, 19));
  const add = (name: string, content: Buffer) =>
    zip.addBuffer(content, name, { mtime, compressionLevel, forceDosTimestamp: true });
  add('TotalAcceleration.csv', motionCsv(ride, ride.acceleration, gravity));
  add('Gyroscope.csv', motionCsv(ride, ride.angularRate, Math.PI / 180));
  if (heartRate) add('HeartRate.csv', heartRateCsv(ride));
  if (position) add('Location.csv', locationCsv(ride));
  add('Metadata.csv', metadataCsv(ride, position, heartRate));
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Half the time of zlib's usual 6, for 6 % more bytes. */
const compressionLevel = 4;

/** Digits after the point: 0.001 m/s2 and 0.001 rad/s are finer than the noise. */
const digits = 3;

function motionCsv(ride: Ride, { x, y, z }: Ride['acceleration'], factor: number): Buffer {
  const lines = new LineWriter('time,seconds_elapsed,z,y,x', startNanoseconds(ride), ride.time.length, 72);
  for (let i = 0; i < ride.time.length; i++) {
    lines.time(ride.time[i]);
    lines.number(z[i] * factor, digits);
    lines.number(y[i] * factor, digits);
    lines.number(x[i] * factor, digits);
    lines.end();
  }
  return lines.toBuffer();
}

function heartRateCsv(ride: Ride): Buffer {
  const { time, bpm } = ride.heartRate;
  const lines = new LineWriter('time,seconds_elapsed,bpm', startNanoseconds(ride), time.length, 48);
  for (let i = 0; i < time.length; i++) {
    lines.time(time[i]);
    lines.number(bpm[i], 0);
    lines.end();
  }
  return lines.toBuffer();
}

const locationHeader =
  'time,seconds_elapsed,bearingAccuracy,speedAccuracy,verticalAccuracy,horizontalAccuracy,speed,bearing,altitude,longitude,latitude';

function locationCsv(ride: Ride): Buffer {
  const { time, latitude, longitude, altitude, speed, bearing, accuracy } = ride.position;
  const lines = new LineWriter(locationHeader, startNanoseconds(ride), time.length, 128);
  for (let i = 0; i < time.length; i++) {
    lines.time(time[i]);
    lines.number(10, 0);
    lines.number(0.3, 1);
    lines.number(1.5 * accuracy, 1);
    lines.number(accuracy, 1);
    lines.number(speed[i], 2);
    lines.number(bearing[i], 1);
    lines.number(altitude[i], 1);
    lines.number(longitude[i], 7);
    lines.number(latitude[i], 7);
    lines.end();
  }
  return lines.toBuffer();
}

function metadataCsv(ride: Ride, position: boolean, heartRate: boolean): Buffer {
  const milliseconds = startNanoseconds(ride) / 1_000_000n;
  const interval = Math.round(1000 / ride.sampleRateHz);
  const sensors = [
    ['TotalAcceleration', interval],
    ['Gyroscope', interval],
    ...(heartRate ? [['HeartRate', 1000]] : []),
    ...(position ? [['Location', 1000]] : []),
  ];
  const recordingTime = ride.startedAt.slice(0, 19).replace('T', '_').replaceAll(':', '-');
  return Buffer.from(
    `version,device name,recording epoch time,recording time,recording timezone,platform,appVersion,device id,sensors,sampleRateMs,standardisation,platform version\n` +
      `3,Simulated girth sensor,${milliseconds},${recordingTime},UTC,android,1.0,simulated,${sensors.map(([name]) => name).join('|')},${sensors.map(([, ms]) => ms).join('|')},true,simulated\n`,
  );
}

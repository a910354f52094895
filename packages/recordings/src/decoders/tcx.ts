import { readDecimal, readInstant, type TrackKind } from './track.ts';

/**
 * TCX (Garmin's TrainingCenterDatabase v2): the track points of all laps, with position, altitude, heart rate and, from
 * ActivityExtension v2, speed in m/s.
 */
export const tcx: TrackKind = {
  format: 'tcx',
  name: 'TCX activity',
  reader(traces) {
    const empty = {
      at: Number.NaN,
      latitude: Number.NaN,
      longitude: Number.NaN,
      altitude: Number.NaN,
      speed: Number.NaN,
      bpm: Number.NaN,
    };
    let point = { ...empty };
    return {
      open(path) {
        if (path.at(-1) === 'Trackpoint') point = { ...empty };
      },
      close(path, text) {
        const name = path.at(-1)!;
        if (name === 'Trackpoint') {
          const { at, bpm, ...fix } = point;
          if (!Number.isNaN(fix.latitude)) traces.addFix(at, fix);
          if (!Number.isNaN(bpm)) traces.addHeartRate(at, bpm);
        } else if (!path.includes('Trackpoint')) return;
        else if (name === 'Time') point.at = readInstant(text);
        else if (name === 'LatitudeDegrees') point.latitude = readDecimal(text);
        else if (name === 'LongitudeDegrees') point.longitude = readDecimal(text);
        else if (name === 'AltitudeMeters') point.altitude = readDecimal(text);
        else if (name === 'Speed') point.speed = readDecimal(text);
        else if (name === 'Value' && path.at(-2) === 'HeartRateBpm') point.bpm = readDecimal(text);
      },
    };
  },
};

import { readDecimal, readInstant, type TrackKind } from './track.ts';

/**
 * GPX 1.0 and 1.1 (Topografix): the points of all tracks, with elevation and time; heart rate from the extensions `hr`
 * (TrackPointExtension v1 and v2) and `heartrate`, speed from 1.0 or from TrackPointExtension v2, in m/s. Routes and way
 * points have no times and are left.
 */
export const gpx: TrackKind = {
  format: 'gpx',
  name: 'GPX track',
  reader(traces) {
    let point = { latitude: Number.NaN, longitude: Number.NaN, altitude: Number.NaN, speed: Number.NaN };
    let at = Number.NaN;
    let bpm = Number.NaN;
    return {
      open(path, attributes) {
        if (path.at(-1) !== 'trkpt') return;
        const { lat, lon } = attributes;
        point = {
          latitude: readDecimal(lat),
          longitude: readDecimal(lon),
          altitude: Number.NaN,
          speed: Number.NaN,
        };
        at = Number.NaN;
        bpm = Number.NaN;
      },
      close(path, text) {
        const name = path.at(-1)!;
        if (name === 'trkpt') {
          traces.addFix(at, point);
          if (!Number.isNaN(bpm)) traces.addHeartRate(at, bpm);
        } else if (!path.includes('trkpt')) return;
        else if (name === 'ele') point.altitude = readDecimal(text);
        else if (name === 'time') at = readInstant(text);
        else if (name === 'speed') point.speed = readDecimal(text);
        else if (name === 'hr' || name.toLowerCase() === 'heartrate') bpm = readDecimal(text);
      },
    };
  },
};

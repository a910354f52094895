import type { Ride } from '../simulate.ts';
import { isoTime } from './ride-time.ts';

/** Position, with the heart rate of the same second, as GPX 1.1 with Garmin's TrackPointExtension. */
export function toGpx(ride: Ride): string {
  const { time, latitude, longitude, altitude } = ride.position;
  const bpm = bpmBySecond(ride);
  const points = Array.from(time, (seconds, i) => {
    const beats = bpm.get(seconds);
    const heart =
      beats === undefined
        ? ''
        : `<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>${beats}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>`;
    return `<trkpt lat="${latitude[i].toFixed(7)}" lon="${longitude[i].toFixed(7)}"><ele>${altitude[i].toFixed(1)}</ele><time>${isoTime(ride, seconds)}</time>${heart}</trkpt>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Piaffe simulator" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>${isoTime(ride, 0)}</time></metadata>
<trk><name>${ride.scenario}</name><trkseg>
${points.join('\n')}
</trkseg></trk>
</gpx>
`;
}

/** bpm by second of the ride. */
export function bpmBySecond({ heartRate }: Pick<Ride, 'heartRate'>): ReadonlyMap<number, number> {
  return new Map(Array.from(heartRate.time, (seconds, i) => [seconds, heartRate.bpm[i]]));
}

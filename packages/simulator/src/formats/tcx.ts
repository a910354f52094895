import type { Ride } from '../simulate.ts';
import { bpmBySecond } from './gpx.ts';
import { isoTime } from './ride-time.ts';

/** Heart rate, and position where there is one in the same second, as TCX (Training Center Database v2), one lap. */
export function toTcx(ride: Ride): string {
  const { position } = ride;
  const bpm = bpmBySecond(ride);
  const place = new Map(Array.from(position.time, (seconds, i) => [seconds, i]));
  const seconds = [...new Set([...ride.heartRate.time, ...position.time])].sort((a, b) => a - b);
  const points = seconds.map((second) => {
    const i = place.get(second);
    const where =
      i === undefined
        ? ''
        : `<Position><LatitudeDegrees>${position.latitude[i].toFixed(7)}</LatitudeDegrees><LongitudeDegrees>${position.longitude[i].toFixed(7)}</LongitudeDegrees></Position><AltitudeMeters>${position.altitude[i].toFixed(1)}</AltitudeMeters>`;
    const beats = bpm.get(second);
    const heart = beats === undefined ? '' : `<HeartRateBpm><Value>${beats}</Value></HeartRateBpm>`;
    return `<Trackpoint><Time>${isoTime(ride, second)}</Time>${where}${heart}</Trackpoint>`;
  });
  const duration = ride.time.at(-1) ?? 0;
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
<Activities><Activity Sport="Other"><Id>${isoTime(ride, 0)}</Id>
<Lap StartTime="${isoTime(ride, 0)}"><TotalTimeSeconds>${duration.toFixed(1)}</TotalTimeSeconds><DistanceMeters>${ride.truth.metrics.position.distance.value}</DistanceMeters><Calories>0</Calories><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>
<Track>
${points.join('\n')}
</Track></Lap></Activity></Activities>
</TrainingCenterDatabase>
`;
}

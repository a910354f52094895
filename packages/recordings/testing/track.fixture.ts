/** A point of a ride in a field; what is undefined the point does not tell. */
export interface TrackPoint {
  /** s since 1970 */
  readonly at: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly altitude?: number;
  readonly speed?: number;
  readonly bpm?: number;
}

/** A ride over rising ground, a point a second. */
export function makeTrack(seconds: number, start = Date.UTC(2026, 4, 1, 8, 30) / 1000): TrackPoint[] {
  return Array.from({ length: seconds + 1 }, (_, i) => ({
    at: start + i,
    latitude: 48.1 + i * 2e-5,
    longitude: -1.7 + Math.sin(i / 60) * 1e-3,
    altitude: 80 + i / 100,
    speed: 3.5,
    bpm: 90 + (i % 40),
  }));
}

const instant = (at: number) => new Date(at * 1000).toISOString();

export function writeGpx(points: readonly TrackPoint[], version: '1.0' | '1.1' = '1.1'): string {
  const rows = points.map(({ at, latitude, longitude, altitude, speed, bpm }) =>
    [
      `<trkpt lat="${latitude}" lon="${longitude}">`,
      altitude === undefined ? '' : `<ele>${altitude}</ele>`,
      `<time>${instant(at)}</time>`,
      version === '1.0' && speed !== undefined ? `<speed>${speed}</speed>` : '',
      version === '1.1'
        ? `<extensions><gpxtpx:TrackPointExtension>${bpm === undefined ? '' : `<gpxtpx:hr>${bpm}</gpxtpx:hr>`}${speed === undefined ? '' : `<gpxtpx:speed>${speed}</gpxtpx:speed>`}</gpxtpx:TrackPointExtension></extensions>`
        : '',
      '</trkpt>',
    ].join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="${version}" creator="a receiver" xmlns="http://www.topografix.com/GPX/1/${version.at(-1)}" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2">
<metadata><name>A &amp; B</name><time>2001-01-01T00:00:00Z</time></metadata>
<trk><trkseg>
${rows.join('\n')}
</trkseg></trk></gpx>
`;
}

export function writeTcx(points: readonly TrackPoint[]): string {
  const rows = points.map(({ at, latitude, longitude, altitude, speed, bpm }) =>
    [
      `<Trackpoint><Time>${instant(at)}</Time>`,
      latitude === undefined
        ? ''
        : `<Position><LatitudeDegrees>${latitude}</LatitudeDegrees><LongitudeDegrees>${longitude}</LongitudeDegrees></Position>`,
      altitude === undefined ? '' : `<AltitudeMeters>${altitude}</AltitudeMeters>`,
      bpm === undefined ? '' : `<HeartRateBpm><Value>${bpm}</Value></HeartRateBpm>`,
      speed === undefined
        ? ''
        : `<Extensions><ns3:TPX><ns3:Speed>${speed}</ns3:Speed></ns3:TPX></Extensions>`,
      '</Trackpoint>',
    ].join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
<Activities><Activity Sport="Other"><Id>2026-05-01T08:30:00Z</Id><Lap StartTime="2026-05-01T08:30:00Z"><AverageHeartRateBpm><Value>222</Value></AverageHeartRateBpm><Track>
${rows.join('\n')}
</Track></Lap></Activity></Activities></TrainingCenterDatabase>
`;
}

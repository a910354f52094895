import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowOf } from '../testing/arrow.fixture.ts';
import { fitOf } from '../testing/fit.fixture.ts';
import { MOVESENSE_WRAPPINGS, movesensePackets } from '../testing/movesense.fixture.ts';
import { makeMotion } from '../testing/ride.fixture.ts';
import { makeTrack, writeGpx, writeTcx } from '../testing/track.fixture.ts';
import { zipOf } from '../testing/zip.fixture.ts';
import { decodeRecording } from './index.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const track = makeTrack(20_000);
const motion = makeMotion({ seconds: 600 });
const gpx = encode(writeGpx(track));
const files = {
  gpx,
  tcx: encode(writeTcx(track)),
  'movesense JSON': encode(MOVESENSE_WRAPPINGS['indented, from memory']!(movesensePackets(motion))),
  fit: fitOf(motion, { start: 1_777_000_000, acceleration: 'calibrated', samplesPerMessage: 10 }),
  arrow: arrowOf(motion, { kind: 'file', time: 'float64', values: 'float32', unitsIn: 'names' }),
  zip: zipOf([{ name: 'ride.gpx', content: gpx }]),
};

for (const [name, file] of Object.entries(files)) {
  test(`a timer's abort is heard while a ${name} file that is all there is read`, async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    async function* atOnce() {
      const isReadWhole = name === 'fit' || name === 'arrow';
      if (!isReadWhole) setImmediate(() => abort.abort(reason));
      yield file;
      if (isReadWhole) setImmediate(() => abort.abort(reason));
    }
    await assert.rejects(decodeRecording(atOnce(), { signal: abort.signal }), reason);
  });
}

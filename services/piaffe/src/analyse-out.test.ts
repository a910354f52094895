import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runPiaffe } from '../testing/run-piaffe.fixture.ts';
import { scratchFolder } from '../testing/scratch-folder.fixture.ts';
import { writeSmallRide } from '../testing/small-ride.fixture.ts';

const folder = await scratchFolder();
await writeSmallRide(folder);
await writeFile(join(folder, 'shopping.csv'), 'item,price\nhay,12\nstraw,7\n');

test('analyse --out writes result, series and picture of each ride, and prints what it prints without', async () => {
  const words = ['analyse', '--json', '--horse', 'Luna', 'ride.csv', 'shopping.csv', 'ride.csv'];
  const { exitCode, stdout, stderr } = await runPiaffe([...words, '--out', 'both'], { cwd: folder });
  assert.equal(stderr, '');
  assert.equal(exitCode, 65);
  assert.deepEqual((await readdir(join(folder, 'both'))).sort(), ['1-ride', '3-ride']);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, 3);
  for (const [index, name] of [
    [0, '1-ride'],
    [2, '3-ride'],
  ] as const) {
    const inside = join(folder, 'both', name);
    assert.deepEqual((await readdir(inside)).sort(), ['result.json', 'series.arrow', 'strip.svg']);
    const result = await readFile(join(inside, 'result.json'), 'utf8');
    assert.deepEqual(JSON.parse(result), JSON.parse(lines[index]));
    assert.match(result, /^\{\n {2}"file": "ride.csv",\n.*\}\n$/s);
    const arrow = await readFile(join(inside, 'series.arrow'));
    assert.equal(arrow.subarray(0, 6).toString(), 'ARROW1');
    for (const column of ['time', 'cadence', 'elevation', 'turnRate', 'activity', 'deg/s'])
      assert.ok(arrow.includes(column), column);
    assert.match(await readFile(join(inside, 'strip.svg'), 'utf8'), /<svg .*ride\.csv.*Luna.*<\/svg>\n$/s);
  }
});

test('with the table a line says what was written where', async () => {
  const { exitCode, stdout } = await runPiaffe(['analyse', 'ride.csv', '--out', 'deep/er'], { cwd: folder });
  assert.equal(exitCode, 0);
  assert.match(stdout, /^trot .*\n\ndeep\/er\/1-ride: result\.json, series\.arrow, strip\.svg\n/ms);
  assert.deepEqual(await readdir(join(folder, 'deep', 'er')), ['1-ride']);
});

test('a folder that is there already is never written over: nothing is even analysed', async () => {
  const kept = join(folder, 'kept', '2-ride');
  await mkdir(kept, { recursive: true });
  await writeFile(join(kept, 'result.json'), 'mine');
  const { exitCode, stdout, stderr } = await runPiaffe(['analyse', 'ride.csv', 'ride.csv', '--out', 'kept'], {
    cwd: folder,
  });
  assert.equal(exitCode, 64);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /^error: kept\/2-ride is there already, and nothing is written over; name another folder/,
  );
  assert.deepEqual(await readdir(join(folder, 'kept')), ['2-ride']);
  assert.equal(await readFile(join(kept, 'result.json'), 'utf8'), 'mine');
});

test('a file where the folder should be is wrong usage', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const out of ['file', 'file/in']) {
    const { exitCode, stderr } = await runPiaffe(['analyse', 'ride.csv', '--out', out], { cwd: folder });
    assert.match(stderr, /^error: file(\/in)? cannot be written: /);
    assert.equal(exitCode, 64);
  }
});

test('a recording from standard input has its folder too', async () => {
  const input = await readFile(join(folder, 'ride.csv'), 'utf8');
  const { exitCode } = await runPiaffe(['analyse', '-', '--out', 'piped'], { cwd: folder, input });
  assert.equal(exitCode, 0);
  assert.deepEqual(await readdir(join(folder, 'piped')), ['1-standard-input']);
});

test('--with brings the heart rate of a watch to the ride, and belongs to one ride alone', async () => {
  const beats = Array.from(
    { length: 60 },
    (_, at) =>
      `<trkpt lat="50" lon="6"><time>2026-05-01T08:00:${String(at).padStart(2, '0')}Z</time>` +
      '<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>88</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>',
  );
  const gpx =
    '<?xml version="1.0"?><gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1" ' +
    'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"><trk><trkseg>' +
    `${beats.join('')}</trkseg></trk></gpx>`;
  await writeFile(join(folder, 'watch.gpx'), gpx);
  const words = ['analyse', '--json', '--started-at', '2026-05-01T10:00:00+02:00', '--with', 'watch.gpx'];
  const { exitCode, stdout } = await runPiaffe([...words, 'ride.csv'], { cwd: folder });
  assert.equal(exitCode, 0);
  const { metrics, inputs } = JSON.parse(stdout);
  assert.equal(metrics.heartRate.mean.value, 88);
  assert.equal(inputs[1].role, 'companion');
  assert.equal((await runPiaffe([...words, 'ride.csv', 'ride.csv'], { cwd: folder })).exitCode, 64);
});

test('a ride is analysed without a companion of another day, and says so', async () => {
  const words = ['analyse', '--json', '--started-at', '2026-06-01T10:00:00+02:00', '--with', 'watch.gpx'];
  const { exitCode, stdout } = await runPiaffe([...words, 'ride.csv'], { cwd: folder });
  assert.equal(exitCode, 0);
  const { quality, metrics } = JSON.parse(stdout);
  assert.match(quality.notes[0], /^Recording 2 ends before the ride begins/);
  assert.equal(metrics.heartRate.mean.value, null);
});

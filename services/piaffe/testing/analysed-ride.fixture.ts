import type { Metric, Metrics, SessionResult } from '@piaffe/aggregation/contract';
import { type AnalysedLine, analysedLine } from '@piaffe/results';

export function measured(value: number, unit: Metric['unit'], given: Partial<Metric> = {}): Metric {
  return { value, unit, n: null, spread: null, quality: 'good', reason: null, ...given };
}

export function missing(unit: Metric['unit'], reason: string): Metric {
  return { value: null, unit, n: null, spread: null, quality: 'none', reason };
}

const timed = (seconds: number, of: number) => ({
  time: measured(seconds, 's'),
  share: measured(seconds / of, '1'),
});
const untimed = (reason: string) => ({ time: missing('s', reason), share: missing('1', reason) });
const strideless = (reason: string) => ({
  ...untimed(reason),
  cadence: missing('1/min', reason),
  elevation: missing('cm', reason),
  regularity: missing('1', reason),
  strides: missing('1', reason),
});
const byRein = (time: (rein: number) => Metric) => ({
  left: { time: time(0) },
  straight: { time: time(1) },
  right: { time: time(2) },
});
const notYet = 'not computed by this version';
const noHeartRate = 'no heart rate in the recording';
const noPosition = 'no position in the recording';
const unplaced = { distance: missing('m', noPosition), speed: missing('m/min', noPosition) };

/** Ten minutes: halt, walk, trot, canter, trot, walk; five of them on the left rein, two on the right. */
export const metrics: Metrics = {
  gaits: {
    halt: timed(30, 600),
    unknown: timed(0, 600),
    walk: {
      ...timed(210, 600),
      cadence: measured(52.1, '1/min', { n: 182, spread: 2 }),
      elevation: measured(3.9, 'cm', {
        n: 182,
        spread: 0.4,
        quality: 'fair',
        reason: 'the sensor was loose',
      }),
      regularity: measured(8.7, '1', { n: 182 }),
      strides: measured(182, '1', { n: 182 }),
    },
    trot: {
      ...timed(240, 600),
      cadence: measured(76.4, '1/min', { n: 305, spread: 1.5 }),
      elevation: missing('cm', 'too many jumps'),
      regularity: missing('1', 'too many jumps'),
      strides: measured(305, '1', { n: 305 }),
    },
    canter: {
      ...timed(120, 600),
      cadence: measured(96.2, '1/min', { n: 9, spread: 8, quality: 'poor', reason: 'few strides' }),
      elevation: measured(21.3, 'cm', { n: 9, spread: 2.1 }),
      regularity: measured(7, '1', { n: 9 }),
      strides: measured(9, '1', { n: 9 }),
    },
    gallop: strideless('not ridden'),
    tolt: strideless(notYet),
    pace: strideless(notYet),
  },
  symmetry: {
    score: measured(8.1, '1', { n: 120 }),
    minDiff: measured(6.2, 'mm', { n: 120, spread: 2 }),
    maxDiff: measured(3.1, 'mm', { n: 120, spread: 1.4 }),
    range: measured(88, 'mm', { n: 120, spread: 4 }),
  },
  reins: { left: timed(300, 570), straight: timed(150, 570), right: timed(120, 570) },
  gaitByRein: {
    walk: byRein((rein) => measured([100, 80, 30][rein], 's')),
    trot: byRein((rein) => measured([140, 50, 50][rein], 's')),
    canter: byRein((rein) => measured([60, 20, 40][rein], 's')),
    gallop: byRein(() => missing('s', 'not ridden')),
    tolt: byRein(() => missing('s', notYet)),
    pace: byRein(() => missing('s', notYet)),
  },
  transitions: { count: measured(5, '1', { n: 5 }) },
  jumps: { count: missing('1', notYet) },
  load: { gaitMinutes: measured(17.5, 'min') },
  heartRate: {
    mean: missing('bpm', noHeartRate),
    max: missing('bpm', noHeartRate),
    zones: {
      z1: missing('s', noHeartRate),
      z2: missing('s', noHeartRate),
      z3: missing('s', noHeartRate),
      z4: missing('s', noHeartRate),
      z5: missing('s', noHeartRate),
    },
    recovery: missing('s', noHeartRate),
  },
  position: {
    distance: missing('m', noPosition),
    climb: missing('m', noPosition),
    gaits: {
      walk: unplaced,
      trot: unplaced,
      canter: unplaced,
      gallop: unplaced,
      tolt: unplaced,
      pace: unplaced,
    },
  },
  energy: { perKilogram: missing('kJ/kg', noPosition) },
};

const sha256 = 'ab'.repeat(32);

/** A result as a recording could have given it, with what a test wants to be different. */
export function analysedRide(given: Partial<SessionResult> = {}): AnalysedLine {
  return analysedLine('ride.csv', {
    recording: {
      sha256,
      format: 'csv',
      startedAt: '2026-05-01T10:30:00.000+02:00',
      samples: 60000,
      durationSeconds: 600,
      sampleRateHz: 100,
      channels: ['ax', 'ay', 'az', 'gx', 'gy', 'gz'],
    },
    inputs: [{ sha256, format: 'csv', role: 'motion' }],
    context: { horse: 'Luna', type: 'dressage', surface: 'sand', rider: null, mount: 'girth' },
    algorithm: { name: 'piaffe-aggregation', version: '1.0.0', parameters: {} },
    quality: {
      gaps: [],
      saturatedShare: 0,
      nonMonotonicCount: 0,
      duplicateCount: 0,
      nanCount: 0,
      usableShare: 1,
      notes: [],
    },
    segments: [
      { gait: 'halt', from: 0, to: 30 },
      { gait: 'walk', from: 30, to: 150 },
      { gait: 'trot', from: 150, to: 300 },
      { gait: 'canter', from: 300, to: 420 },
      { gait: 'trot', from: 420, to: 510 },
      { gait: 'walk', from: 510, to: 600 },
    ],
    reins: [
      { rein: 'none', from: 0, to: 30 },
      { rein: 'left', from: 30, to: 330 },
      { rein: 'straight', from: 330, to: 480 },
      { rein: 'right', from: 480, to: 600 },
    ],
    transitions: [
      { at: 30, fromGait: 'halt', toGait: 'walk' },
      { at: 150, fromGait: 'walk', toGait: 'trot' },
      { at: 300, fromGait: 'trot', toGait: 'canter' },
      { at: 420, fromGait: 'canter', toGait: 'trot' },
      { at: 510, fromGait: 'trot', toGait: 'walk' },
    ],
    jumps: [],
    asFound: null,
    symmetryPhases: [
      { from: 150, to: 200, strides: 60, minDiff: 6, maxDiff: 3, range: 88, relativeSign: 1 },
      { from: 430, to: 480, strides: 60, minDiff: 6.4, maxDiff: 3.2, range: 88, relativeSign: 1 },
    ],
    metrics,
    ...given,
  });
}

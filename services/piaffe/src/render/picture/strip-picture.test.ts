import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Gait, gaitNames } from '@piaffe/aggregation/contract';
import fc from 'fast-check';
import { analysedRide } from '../../../testing/analysed-ride.fixture.ts';
import { stripPicture } from './strip-picture.ts';

const ride = analysedRide();

/** Throws where elements are not closed in order, or where markup is not as XML has it. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').trimEnd();
  const rest = body.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g,
    (_, close, name, __, empty) => {
      if (close) assert.equal(open.pop(), name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest.replace(/&(amp|lt|gt|quot);/g, ''), /[<&]/);
  assert.doesNotMatch(rest, /[^\t\n -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
}

function bars(svg: string): { x: number; width: number; fill: string; title: string }[] {
  const pattern = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*fill="([^"]+)"[^>]*><title>([^<]*)</g;
  return [...svg.matchAll(pattern)].map(([, x, width, fill, title]) => ({
    x: Number(x),
    width: Number(width),
    fill,
    title,
  }));
}

test('each segment has its bar, as long as its share of the ride and one after the other', () => {
  const gaits = bars(stripPicture('ride.csv', ride)).filter(({ fill }) => fill.startsWith('url'));
  assert.deepEqual(
    gaits.map(({ title }) => title),
    [
      'halt 0:00 – 0:30',
      'walk 0:30 – 2:30',
      'trot 2:30 – 5:00',
      'canter 5:00 – 7:00',
      'trot 7:00 – 8:30',
      'walk 8:30 – 10:00',
    ],
  );
  const whole = gaits.reduce((sum, { width }) => sum + width, 0);
  for (const [i, { x, width }] of gaits.entries()) {
    const { from, to } = ride.segments[i];
    assert.ok(Math.abs(width / whole - (to - from) / 600) < 0.001);
    if (i > 0) assert.ok(Math.abs(gaits[i - 1].x + gaits[i - 1].width - x) < 0.02);
  }
});

test('each rein lies in a lane of its own, and the unridden is empty', () => {
  const reins = bars(stripPicture('ride.csv', ride)).filter(({ fill }) => fill.startsWith('#'));
  assert.deepEqual(
    reins.map(({ title }) => title),
    ['left 0:30 – 5:30', 'straight 5:30 – 8:00', 'right 8:00 – 10:00'],
  );
  assert.equal(new Set(reins.map(({ fill }) => fill)).size, 3);
});

test('each jump has a mark over its place in the strip, and the words count them', () => {
  const jump = { confidence: 1, takeOff: null, landing: null, combination: null, addedByHand: false };
  const jumps = [
    { ...jump, at: 300 },
    { ...jump, at: 360, combination: 0, addedByHand: true },
  ];
  const svg = stripPicture('ride.csv', { ...ride, jumps });
  assertWellFormed(svg.replaceAll(/ d="[^"]*"/g, ''));
  const [, middle] = /<path d="M ([\d.]+) [^>]*><title>jump 5:00</.exec(svg)!;
  assert.ok(Math.abs(Number(middle) - (84 + 0.5 * (960 - 84 - 16))) < 0.1);
  assert.match(svg, /<title>jump 6:00, in combination 1, added by hand</);
  assert.match(svg, /<desc>[^<]*2 jumps\.</);
  assert.doesNotMatch(stripPicture('ride.csv', ride), />jump|class="jump"/);
});

test('where reins cannot be told the reason stands in their place', () => {
  const reins = { ...ride.metrics.reins };
  reins.left = { ...reins.left, share: { ...reins.left.share, value: null, reason: 'needs a gyroscope' } };
  const svg = stripPicture('ride.csv', { ...ride, reins: [], metrics: { ...ride.metrics, reins } });
  assert.match(svg, />needs a gyroscope</);
  assertWellFormed(svg);
});

test('what the colours mean is said for every gait that was ridden, by name, letter and pattern', () => {
  const gaits = gaitNames.filter((gait): gait is Gait => gait !== 'unknown');
  const segments = gaits.map((gait, i) => ({ gait, from: 10 * i, to: 10 * (i + 1) }));
  const svg = stripPicture('all.csv', { ...ride, segments });
  for (const gait of gaits) assert.match(svg, new RegExp(`id="gait-${gait}"`));
  for (const name of ['halt', 'walk', 'trot', 'canter', 'gallop', 'tölt', 'pace'])
    assert.ok(svg.includes(`>${name}<`), name);
  assert.doesNotMatch(svg, /unknown/);
  const patterns = [...svg.matchAll(/<pattern [^>]*>(.*?)<\/pattern>/g)].map(([, marks]) =>
    marks.replace(/#[0-9a-f]{6}/g, ''),
  );
  assert.equal(new Set(patterns).size, gaits.length);
});

test('it has a light and a dark face', () => {
  assert.match(stripPicture('ride.csv', ride), /@media \(prefers-color-scheme: dark\)/);
});

test('it is well-formed whatever the file and the horse are called, and however long the ride', () => {
  const characters = fc.constantFrom(...'<>&"\'/', '\0', '\n', '\ud800', '\uffff', 'a', 'é', '𝄞');
  const names = fc.string({ unit: characters, maxLength: 80 });
  fc.assert(
    fc.property(names, names, fc.double({ min: 1, max: 90_000, noNaN: true }), (title, horse, seconds) => {
      assertWellFormed(
        stripPicture(title, {
          ...ride,
          context: { ...ride.context, horse },
          recording: { ...ride.recording, durationSeconds: seconds },
          segments: [{ gait: 'walk', from: 0, to: seconds }],
        }),
      );
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeMotion } from '../../testing/decode-motion.fixture.ts';
import { rideCsv, streamOf } from '../../testing/ride.fixture.ts';
import { RecordingRejected } from '../index.ts';
import { printable } from './printable.ts';

const dangerous =
  /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff]|\ufe0f/u;
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\x1b[2J',
      '\x9b31m',
      '\x90',
      '\x07',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u3164',
      '\ufeff',
      '\t',
    ),
    fc.constantFrom('\ud800', '\u{e0041}', 'a', 'ü', '加', '9', ' '),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 30,
});

test('whatever is quoted, nothing comes out that steers a terminal or cannot be seen', () => {
  fc.assert(fc.property(nasty, (text) => assert.doesNotMatch(printable(text), dangerous)));
});

test('what can be read stays as it is', () => {
  const sentence = 'Line 1 names "加速度 (m/s²)", "Größe", "µg": 3 columns… – ok.';
  assert.equal(printable(sentence), sentence);
});

test('whatever a file holds, its rejection and its notes can be printed', async () => {
  const csv = rideCsv({ seconds: 8 });
  const files = (text: string) => [
    `${text}\nmore\n`,
    `${text},ax,ay,az\n`,
    csv.replace('t_s', `"${text.replaceAll('"', '')}"`),
    csv.replace('az_ms2', text.replaceAll(/[",\n\r]/g, '')),
    csv.replaceAll(/^(\d[^,]*),/gm, (_, time) => `${time}${text.replaceAll(/[",\n\r]/g, '')},`),
    csv.replace(/^.*/, `t,ax${text.replaceAll(/[",\n\r]/g, '')},ay,az,gx,gy,gz`),
  ];
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      for (const file of files(text)) {
        const said = await decodeMotion(streamOf(file)).then(
          ({ quality }) => quality.notes,
          (error: unknown) => {
            assert.ok(error instanceof RecordingRejected, String(error));
            return [error.message];
          },
        );
        for (const sentence of said) assert.doesNotMatch(sentence, dangerous);
      }
    }),
    { numRuns: 40 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNumber } from './number.ts';

const parse = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length);
};

function assertNear(actual: number, expected: number, text: string): void {
  const tolerance = Math.max(Math.abs(expected) * 1e-15, 5e-324);
  assert.ok(Math.abs(actual - expected) <= tolerance, `"${text}" is ${actual}, not ${expected}`);
}

test('every finite number is read as JavaScript writes it, to within 1e-15', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assertNear(parse(String(value)), value, String(value));
      assertNear(parse(value.toExponential()), value, value.toExponential());
    }),
  );
});

test('numbers with up to 15 digits are exact, with a point or a comma', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      (value, decimals) => {
        const text = (value / 10 ** decimals).toFixed(decimals);
        assert.equal(parse(text), Number(text));
        assert.equal(parse(text.replace('.', ',')), Number(text));
        assert.equal(parse(`+${text.replace('-', '')}`), Math.abs(Number(text)));
      },
    ),
  );
});

test('the minus sign of typography and a hyphen that does not break are minus signs', () => {
  for (const minus of ['\u2212', '\u2011']) {
    assert.equal(parse(`${minus}11.287`), -11.287);
    assert.equal(parse(`2.5e${minus}3`), 2.5e-3);
    for (const text of [minus, `1${minus}`, `${minus}-1`, `+${minus}1`])
      assert.ok(Number.isNaN(parse(text)), text);
  }
  assert.ok(Number.isNaN(parse('\u20121')));
});

test('a time stamp of nanoseconds since 1970 keeps a precision of microseconds', () => {
  for (const text of ['1714552200000123456', '1714552200123.123456'])
    assertNear(parse(text), Number(text), text);
});

test('what is no number is NaN', () => {
  for (const text of [
    '',
    '-',
    '+',
    '.',
    ',',
    'e5',
    '1e',
    '1e+',
    'NaN',
    'inf',
    '1.2.3',
    '1,2,3',
    '1 2',
    '0x10',
    '1e999',
    '--1',
    '1-',
  ]) {
    assert.ok(Number.isNaN(parse(text)), text);
  }
});

test('numbers of hundreds of digits and huge exponents end in a number or NaN', () => {
  assertNear(parse('9'.repeat(300)), 1e300, 'nines');
  assertNear(parse(`0.${'0'.repeat(300)}1`), 1e-301, 'zeros');
  assert.equal(parse('1e-99999999999999'), 0);
  assert.ok(Number.isNaN(parse('1e99999999999999')));
});

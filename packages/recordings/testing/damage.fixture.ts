import fc from 'fast-check';

/** One thing that happens to files: where it happens is a share (0-1) of the length. */
type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'lose' | 'repeat' | 'zero'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array };

// Without bias: fast-check would put most damage at the very beginning.
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((millionths) => millionths / 1e6);
const length = fc.integer({ min: 1, max: 4000 });
const NASTY = [
  '1e999', '-1e-999', 'NaN', 'inf', '-', ',', '"', '""', '\n', '\r', '\0\0\0\0', ';;;;', '9'.repeat(400), '0.'.repeat(50),
  '1e9,1e9,1e9,1e9,1e9,1e9,1e9\n', '-1,0,0,0,0,0,0\n', '1e300,0,0,9.8,0,0,0\n', 't,ax,ay,az\n', '\ufeff', '#', '2024-05-01T08:30:00Z',
]; // biome-ignore format: a list

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: share }),
    fc.record({
      kind: fc.constantFrom('lose' as const, 'repeat' as const, 'zero' as const),
      at: share,
      length,
    }),
    fc.record({
      kind: fc.constant('insert' as const),
      at: share,
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...NASTY).map((text) => new TextEncoder().encode(text)),
      ),
    }),
  ),
  { minLength: 1, maxLength: 8 },
);

export function damage(file: Uint8Array, list: readonly Damage[]): Uint8Array {
  let bytes = Uint8Array.from(file);
  const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  for (const fault of list) {
    const at = Math.floor(fault.at * bytes.length);
    if (fault.kind === 'flip' && at < bytes.length) bytes[at]! ^= 1 << fault.bit;
    else if (fault.kind === 'cut') bytes = bytes.slice(0, at);
    else if (fault.kind === 'lose') bytes = joined(bytes.subarray(0, at), bytes.subarray(at + fault.length));
    else if (fault.kind === 'repeat')
      bytes = joined(bytes.subarray(0, at + fault.length), bytes.subarray(at));
    else if (fault.kind === 'zero') bytes.fill(0, at, at + fault.length);
    else if (fault.kind === 'insert') bytes = joined(bytes.subarray(0, at), fault.bytes, bytes.subarray(at));
  }
  return bytes;
}

import type { SegmentStrides } from '../strides/strides.ts';

/** How far (s) around the middle of a jump strides are none of their gait. */
const besideSeconds = 1.5;

/** The strides that no jump is beside. */
export function withoutJumps(
  segments: readonly SegmentStrides[],
  jumps: readonly { readonly at: number }[],
): SegmentStrides[] {
  return segments.map((segment) => ({
    ...segment,
    strides: segment.strides.filter(
      ({ from, to }) => !jumps.some(({ at }) => from < at + besideSeconds && to > at - besideSeconds),
    ),
  }));
}

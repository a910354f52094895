/**
 * Darker the more alike the halves of the stride were: one hue, no red and no green, because a number alone is no verdict.
 * It never stands without the number.
 */
const tones = [
  { from: 8, colour: '#14605a' },
  { from: 7, colour: '#2f8578' },
  { from: 6, colour: '#65a48d' },
  { from: 5, colour: '#9cbb95' },
] as const;

/** The colour of a symmetry score from 0 to 10. */
export function symmetryTone(score: number): string {
  return tones.find(({ from }) => score >= from)?.colour ?? '#cbbd93';
}

/** What people usually say; anything else may be said too. */
export const rideTypes = [
  'Dressage',
  'Jumping',
  'Hack',
  'Lunge',
  'In hand',
  'Cross-country',
  'Conditioning',
  'Warm-up',
] as const;

export const surfaces = [
  'Sand',
  'Sand with fibres',
  'Grass',
  'Hard ground',
  'Forest track',
  'Wood chips',
] as const;

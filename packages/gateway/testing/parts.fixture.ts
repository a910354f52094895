import type { PartHealth } from '../contract.ts';

/** A part that is up, but for what is said otherwise. */
export const partLike = (name: string, changes: Partial<PartHealth> = {}): PartHealth => ({
  name,
  shape: 'here',
  state: 'up',
  since: '2026-11-23T06:00:00.000Z',
  required: false,
  detail: null,
  breaker: 'closed',
  verdict: null,
  featuresLost: [],
  answers: {},
  ...changes,
});

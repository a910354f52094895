import type { Input } from '@piaffe/kernel';
import type { probeContract } from './contract.ts';

const sessions = 37;
const metrics = 17;

export const question: Input<typeof probeContract, 'small'> = {
  horse: 'b4kq2n7xw3m5c6a2',
  metric: 'cadence',
  days: 42,
};

/** 8.5 kB as JSON. */
export const table: Input<typeof probeContract, 'large'> = {
  horse: 'b4kq2n7xw3m5c6a2',
  sessions: Array.from({ length: sessions }, (_, n) => ({
    session: `s${n}q2n7xw3m5c6a2b4k`,
    startedAt: '2026-05-01T10:00:00.000Z',
    gait: 'trot',
    values: Array.from({ length: metrics }, (_, m) => Math.round((n * metrics + m) * 1337) / 100),
  })),
};

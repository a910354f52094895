import type { ApiProblem } from '@piaffe/client';
import { words } from './words.ts';

const features: Readonly<Record<string, keyof typeof words.lost>> = {
  auth: 'sign-in',
  stable: 'horses',
  sessions: 'rides',
  aggregation: 'analysis',
  trend: 'trends',
};

/** What cannot be done because a part of the server is away; null where something else went wrong. */
export function lostWith({ code, need }: Pick<ApiProblem, 'code' | 'need'>): string | null {
  if (code !== 'unavailable' && code !== 'too-slow') return null;
  const feature = need === null ? undefined : features[need];
  return feature === undefined ? null : words.lost[feature];
}

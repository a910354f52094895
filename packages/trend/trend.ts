import type { Trend } from './schemas/trend.ts';
import type { TrendInput } from './schemas/trend-input.ts';

/** Any change of any number in any trend is a new version. */
export const algorithm = { name: 'piaffe-trend', version: '1.0.0' } as const;

/** sessions -> groups -> measures per metric -> load -> what is out of range. */
export function trend(_input: TrendInput): Trend {
  throw new Error('to be written');
}

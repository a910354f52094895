import type { Metric, Quality, SessionResult } from '@piaffe/aggregation/contract';

/** The metrics that have a value, by their path in a result, each with its value and how far it can be trusted. */
export type NumbersOfResult = Readonly<Record<string, readonly [value: number, quality: Quality]>>;

export function numbersOf({ metrics }: Pick<SessionResult, 'metrics'>): NumbersOfResult {
  const numbers: Record<string, [number, Quality]> = {};
  collect(metrics, '');
  return numbers;

  function collect(branch: object, path: string): void {
    for (const [name, value] of Object.entries(branch) as [string, object][]) {
      const at = path === '' ? name : `${path}.${name}`;
      if (!isMetric(value)) collect(value, at);
      else if (value.value !== null) numbers[at] = [value.value, value.quality];
    }
  }
}

const isMetric = (branch: object): branch is Metric => 'quality' in branch;

import type { TrendAnswer } from '@piaffe/results';
import { wrap } from '../layout.ts';
import { toldMetric } from './metric-names.ts';

/** What changed for good and what computed the results, in order of time. */
export function changesInTime({ metrics, versionChanges }: TrendAnswer, width: number): string[] {
  const found = metrics.flatMap(({ metric, changes }) => {
    const { name, unit, digits } = toldMetric(metric);
    return changes.map(({ at, before, after }) => ({
      at,
      text: `${name} from ${before.toFixed(digits)} to ${after.toFixed(digits)} ${unit}`.trim(),
    }));
  });
  const versions = versionChanges.map(({ at, from, to }) => ({
    at,
    text: `computed by ${to} instead of ${from}: not compared with what was before`,
  }));
  return dated([...found, ...versions], width);
}

/** What people say happened. */
export function eventsInTime({ events }: TrendAnswer, width: number): string[] {
  return dated(
    events.map(({ at, kind, text }) => ({ at, text: `${kind}${text && `: ${text}`}` })),
    width,
  );
}

function dated(told: readonly { readonly at: string; readonly text: string }[], width: number): string[] {
  return told
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap(({ at, text }) => wrap(`${at.slice(0, 10)}  ${text}`, width, 12));
}

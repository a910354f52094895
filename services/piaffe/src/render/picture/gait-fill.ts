import type { Gait } from '@piaffe/aggregation/contract';
import { gaitDrawings } from '../drawings.ts';
import { element } from './element.ts';

const size = 8;

/** Lines and dots over the colour of a gait: they tell it where its colour does not and its letter has no room. */
const marks: Readonly<Record<Gait, readonly string[]>> = {
  halt: [],
  walk: [dot(2, 2), dot(6, 6)],
  trot: [line(0, 8, 8, 0)],
  canter: [line(0, 0, 8, 8)],
  gallop: [line(0, 0, 8, 8), line(0, 8, 8, 0)],
  tolt: [line(4, 0, 4, 8)],
  pace: [line(0, 4, 8, 4)],
  unknown: [dot(4, 4)],
};

/** The definitions that `gaitFill` refers to. */
export function gaitPatterns(gaits: readonly Gait[]): string[] {
  return gaits.map((gait) =>
    element(
      'pattern',
      { id: `gait-${gait}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: size, height: size, fill: gaitDrawings[gait].colour }),
      ...marks[gait],
    ),
  );
}

export function gaitFill(gait: Gait): string {
  return `url(#gait-${gait})`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return element('line', { x1, y1, x2, y2, class: 'mark' });
}

function dot(cx: number, cy: number): string {
  return element('circle', { cx, cy, r: 1, class: 'mark-dot' });
}

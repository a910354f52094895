import type { MetricTrend, HorseTrend as Trend } from '@piaffe/client';
import type uPlot from 'uplot';
import type { Colours } from '../../pieces/use-colours.ts';
import { onScale, type Scale } from '../../ride/scales.ts';
import { shownValue } from '../trend-metrics.ts';
import { bandOf, type Point } from './plot.ts';

/** How large things are, in CSS px: one chart is looked into, the others are glanced at. */
export interface Sizes {
  readonly dot: number;
  readonly band: number;
  readonly line: number;
}

export const large: Sizes = { dot: 4.5, band: 9, line: 2 };
export const small: Sizes = { dot: 2, band: 3, line: 1.25 };

/** What lies behind the dots: each session's own band, events, and where the algorithm changed. */
export function drawBehind(
  chart: uPlot,
  trend: Pick<Trend, 'events' | 'versionChanges'>,
  points: readonly Point[],
  scale: Scale,
  colours: Colours,
  sizes: Sizes,
): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const y = (value: number) => bbox.top + (1 - onScale(scale, value).share) * bbox.height;
  ctx.save();
  ctx.fillStyle = `${colours.accent}2e`;
  const band = bandOf(points);
  ctx.beginPath();
  for (const { at, high } of band) ctx.lineTo(chart.valToPos(at, 'x', true), y(high ?? 0));
  for (const { at, low } of band.toReversed()) ctx.lineTo(chart.valToPos(at, 'x', true), y(low ?? 0));
  ctx.fill();
  // The others' own, beside their dots.
  const width = sizes.band * ratio;
  for (const point of points) {
    const { at, low, high } = point;
    if (low === null || high === null || band[0]?.group === point.group) continue;
    const x = chart.valToPos(at, 'x', true);
    ctx.fillRect(x - width / 2, y(high), width, Math.max(ratio, y(low) - y(high)));
  }
  vertical(
    chart,
    trend.versionChanges.map(({ at }) => at),
    colours.edge,
    [2, 4],
    sizes,
  );
  vertical(
    chart,
    trend.events.map(({ at }) => at),
    colours.ink,
    [],
    sizes,
  );
  ctx.restore();
}

function vertical(
  chart: uPlot,
  instants: readonly string[],
  colour: string,
  dash: readonly number[],
  sizes: Sizes,
) {
  const { ctx, bbox } = chart;
  ctx.strokeStyle = colour;
  ctx.lineWidth = (sizes.line / 2) * devicePixelRatio;
  ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
  for (const at of instants) {
    const x = Math.round(chart.valToPos(Date.parse(at) / 1000, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** The rolling median as a line, and a dot per session: hollow where the data are less certain, ringed where out of range. */
export function drawSessions(
  chart: uPlot,
  { metric, points: { rollingMedian } }: MetricTrend,
  times: readonly number[],
  points: readonly Point[],
  scale: Scale,
  colours: Colours,
  sizes: Sizes,
  chosen: Point | null,
): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const y = (value: number) => bbox.top + (1 - onScale(scale, value).share) * bbox.height;
  const x = (at: number) => chart.valToPos(at, 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top - 8 * ratio, bbox.width, bbox.height + 16 * ratio);
  ctx.clip();
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = sizes.line * ratio;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  let isDown = false;
  for (const [index, value] of rollingMedian.entries()) {
    if (value === null) continue;
    const at = times[index] ?? 0;
    if (isDown) ctx.lineTo(x(at), y(shownValue(metric, value)));
    else ctx.moveTo(x(at), y(shownValue(metric, value)));
    isDown = true;
  }
  ctx.stroke();
  for (const { isWanted, colour, isFilled, rings } of dotStyles(colours)) {
    // One path for all that look alike: a thousand paths of their own take a phone a second.
    const alike = points.filter(isWanted);
    ctx.strokeStyle = colour;
    ctx.fillStyle = isFilled ? colour : colours.card;
    ctx.lineWidth = Math.max(1, (sizes.dot * ratio) / 3);
    for (const [ring, radius] of rings.entries()) {
      ctx.beginPath();
      for (const point of alike) circle(ctx, x(point.at), y(point.value), radius * sizes.dot * ratio);
      if (ring === 0) ctx.fill();
      ctx.stroke();
    }
  }
  if (chosen) {
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2 * ratio;
    ctx.beginPath();
    circle(ctx, x(chosen.at), y(chosen.value), (sizes.dot + 4) * ratio);
    ctx.stroke();
  }
  ctx.restore();
}

interface DotStyle {
  readonly isWanted: (point: Point) => boolean;
  readonly colour: string;
  readonly isFilled: boolean;
  /** Radii of its circles, in dots. */
  readonly rings: readonly number[];
}

/** Less certain ones are hollow; those out of range have a second ring, so that it is not the colour alone that tells. */
function dotStyles({ ink, warn }: Colours): readonly DotStyle[] {
  return [false, true].flatMap((isOut) =>
    [true, false].map((isFilled) => ({
      isWanted: ({ outOfRange, quality }) =>
        (outOfRange !== null) === isOut && (quality === 'good') === isFilled,
      colour: isOut ? warn : ink,
      isFilled,
      rings: isOut ? [1, 1.9] : [1],
    })),
  );
}

function circle(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

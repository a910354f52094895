import type { SessionResult } from '@piaffe/client';
import type uPlot from 'uplot';
import { fixed } from '../../format/numbers.ts';
import { clock } from '../../format/times.ts';
import { digitsOf, type Quantity, unitOf } from '../../format/units.ts';
import { locale } from '../../language/language.ts';
import type { Colours } from '../../pieces/use-colours.ts';
import { gaitDrawings, reinDrawings } from '../../ride/gaits.ts';
import { type ChartName, onScale, scales } from '../../ride/scales.ts';
import { spansIn } from '../../ride/spans.ts';
import { timeMarks } from '../../ride/time-marks.ts';
import { words } from '../words.ts';

export interface ChartEvents {
  readonly onPoint: (at: number | null) => void;
  readonly onMark: (at: number) => void;
  readonly onSelect: (from: number, to: number) => void;
  readonly onReset: () => void;
}

/** px between a chart's edges and its plot; the strip above keeps them too, so that instants stand below each other. */
export const plotMargins = { left: 52, right: 16 } as const;

/** How a chart of the ride is drawn: a fixed scale, the gaits behind it, the time below it. */
export function chartOptions(
  name: ChartName,
  { segments }: Pick<SessionResult, 'segments'>,
  colours: Colours,
  events: ChartEvents,
): Omit<uPlot.Options, 'width' | 'height'> {
  const scale = scales[name];
  const font = '12px system-ui, sans-serif';
  return {
    padding: [10, plotMargins.right, 0, 0],
    legend: { show: false },
    scales: { x: { time: false, auto: false }, y: { range: [scale.from, scale.to] } },
    axes: [
      {
        stroke: colours.soft,
        font,
        size: 24,
        gap: 4,
        grid: { show: false },
        ticks: { stroke: colours.line, size: 4, width: 1 },
        splits: (_chart, _axis, from, to) => timeMarks(from, to, Math.max(2, _chart.width / 90)),
        values: (_chart, marks) => marks.map(clock),
      },
      {
        stroke: colours.soft,
        font,
        size: plotMargins.left,
        gap: 5,
        grid: { stroke: colours.line, width: 1 },
        ticks: { show: false },
        splits: () => [...scale.marks],
        values: (_chart, marks) => marks.map((mark) => markText(name, mark)),
      },
    ],
    series: [
      {},
      {
        stroke: colours.ink,
        width: 1.4,
        points: { show: false },
        ...(name === 'turnRate' ? { fill: fillByRein, fillTo: 0 } : {}),
        ...(name === 'activity' ? { fill: `${colours.accent}55` } : {}),
      },
    ],
    cursor: {
      y: false,
      points: { size: 7, fill: colours.ink, stroke: colours.card },
      drag: { x: true, y: false, setScale: false, dist: 5 },
      bind: {
        dblclick: () => () => {
          events.onReset();
          return null;
        },
        click: (chart, _target, handler) => (event) => {
          handler(event);
          if (chart.select.width === 0 && chart.cursor.left !== undefined && chart.cursor.left >= 0) {
            events.onMark(chart.posToVal(chart.cursor.left, 'x'));
          }
          return null;
        },
      },
    },
    hooks: {
      drawClear: [(chart) => drawGaits(chart, segments)],
      draw: [(chart) => markBeyond(chart, name, colours)],
      setCursor: [
        (chart) => {
          const { left = -1 } = chart.cursor;
          events.onPoint(left < 0 ? null : chart.posToVal(left, 'x'));
        },
      ],
      setSelect: [
        (chart) => {
          const { left, width } = chart.select;
          if (width === 0) return;
          events.onSelect(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'));
          chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function markText(name: ChartName, mark: number): string {
  if (name !== 'turnRate') return mark.toLocaleString(locale);
  return mark === 0 ? '0' : mark > 0 ? words.left : words.right;
}

/** Left above zero, right below it, in the colours of the reins. */
function fillByRein(chart: uPlot): CanvasGradient {
  const { top, height } = chart.bbox;
  const gradient = chart.ctx.createLinearGradient(0, top, 0, top + height);
  const middle = onScale(scales.turnRate, 0).share;
  gradient.addColorStop(0, `${reinDrawings.left.colour}b0`);
  gradient.addColorStop(middle, `${reinDrawings.left.colour}b0`);
  gradient.addColorStop(middle, `${reinDrawings.right.colour}b0`);
  gradient.addColorStop(1, `${reinDrawings.right.colour}b0`);
  return gradient;
}

function drawGaits(chart: uPlot, segments: SessionResult['segments']): void {
  const { ctx, bbox } = chart;
  const { min = 0, max = 0 } = chart.scales.x ?? {};
  const x = (at: number) => chart.valToPos(Math.min(max, Math.max(min, at)), 'x', true);
  ctx.save();
  for (const { gait, from, to } of spansIn(segments, { from: min, to: max })) {
    const { colour } = gaitDrawings[gait];
    ctx.fillStyle = `${colour}26`;
    ctx.fillRect(x(from), bbox.top, x(to) - x(from), bbox.height);
    ctx.fillStyle = colour;
    ctx.fillRect(x(from), bbox.top, x(to) - x(from), 3 * devicePixelRatio);
  }
  ctx.restore();
}

/** A small arrow at the edge wherever the line leaves the scale. */
function markBeyond(chart: uPlot, name: ChartName, colours: Colours): void {
  const { ctx, bbox, data } = chart;
  const scale = scales[name];
  const { min = 0, max = 0 } = chart.scales.x ?? {};
  const [time, values] = data as [number[], (number | null)[]];
  const size = 5 * devicePixelRatio;
  let lastX = Number.NEGATIVE_INFINITY;
  ctx.save();
  ctx.fillStyle = colours.ink;
  for (const [index, value] of values.entries()) {
    const at = time[index] ?? 0;
    if (value === null || at < min || at > max || !onScale(scale, value).beyond) continue;
    const x = chart.valToPos(at, 'x', true);
    if (x - lastX < 2 * size) continue;
    lastX = x;
    const isAbove = value > scale.to;
    const tip = isAbove ? bbox.top + 4 * devicePixelRatio : bbox.top + bbox.height;
    const foot = isAbove ? tip + size : tip - size;
    ctx.beginPath();
    ctx.moveTo(x, tip);
    ctx.lineTo(x - size, foot);
    ctx.lineTo(x + size, foot);
    ctx.fill();
  }
  ctx.restore();
}

/** What a chart shows, where people measure it in two ways. */
export function quantityOf(name: ChartName): Quantity | null {
  if (name === 'altitude') return 'height';
  return name === 'elevation' || name === 'speed' ? name : null;
}

/** The unit a chart is in. */
export function unitText(name: ChartName): string {
  const quantity = quantityOf(name);
  return quantity === null ? words.charts[name].unit : unitOf(quantity);
}

const shownDigits: Readonly<Record<ChartName, number>> = {
  cadence: 0,
  elevation: 1,
  turnRate: 0,
  activity: 2,
  heartRate: 0,
  speed: digitsOf('speed'),
  altitude: 0,
};

/** A value as the chart's head shows it. */
export function valueText(name: ChartName, value: number): string {
  const unit = unitText(name);
  const digits = shownDigits[name];
  if (name !== 'turnRate') return `${fixed(value, digits)} ${unit}`;
  const size = fixed(Math.abs(value), digits);
  return Number(size) === 0 ? `0 ${unit}` : `${size} ${unit} ${value > 0 ? words.left : words.right}`;
}

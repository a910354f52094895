import { type Gait, gaitNames, type SessionResult } from '@piaffe/aggregation/contract';
import { gaitDrawings, reinColours } from '../drawings.ts';
import { clock, counted } from '../numbers.ts';
import { started } from '../recording-header.ts';
import { timeStep } from '../time-step.ts';
import { element, text } from './element.ts';
import { gaitFill, gaitPatterns } from './gait-fill.ts';

const width = 960;
const left = 84;
const right = 16;
const strip = { top: 52, height: 44 } as const;
const lanes = { top: 108, height: 14, between: 3 } as const;
const ridden = ['left', 'straight', 'right'] as const;
const axisTop = lanes.top + ridden.length * (lanes.height + lanes.between) + 4;
/** Pixels. */
const jumpMark = { width: 8, height: 9 } as const;
const legendTop = axisTop + 46;
const height = legendTop + 16;
/** Room for a letter within a segment, and for each character of its name. */
const room = { letter: 13, character: 7.5 } as const;
/** Between two marks of the time axis at least. */
const pixelsPerMark = 70;

/** Text and paper follow the reader's wish for light or dark; the colours of gaits and reins can be told on both. */
const style = `
  svg { color-scheme: light dark; font: 13px system-ui, sans-serif; background: #ffffff; }
  text { fill: #1f2328; } .quiet { fill: #59636e; } .title { font-weight: 600; font-size: 15px; }
  .jump { fill: #1f2328; } .line { stroke: #59636e; } .edge { stroke: #ffffff; stroke-width: 0.75; }
  .on-dark { fill: #ffffff; } .on-light { fill: #111111; }
  .name { font-weight: 600; paint-order: stroke; stroke-width: 4px; stroke-linejoin: round; }
  .mark { stroke: #000000; stroke-opacity: 0.28; } .mark-dot { fill: #000000; fill-opacity: 0.3; }
  @media (prefers-color-scheme: dark) {
    svg { background: #14171c; } text, .jump { fill: #e6e8eb; } .quiet { fill: #a3abb5; }
    .line { stroke: #a3abb5; } .edge { stroke: #14171c; } .on-dark { fill: #ffffff; } .on-light { fill: #111111; }
  }
`;

/** The whole ride as an SVG picture: its gaits, its reins under them, the time, and what the colours mean. */
export function stripPicture(title: string, result: SessionResult): string {
  const { recording, segments } = result;
  const seconds = recording.durationSeconds;
  const x = (at: number) => left + (at / seconds) * (width - left - right);
  const gaits = gaitNames.filter((gait) => segments.some((segment) => segment.gait === gait));
  const about = [
    clock(seconds),
    ...(recording.startedAt === null ? [] : [started(recording.startedAt)]),
    ...(result.context.horse === null ? [] : [shortened(result.context.horse, 24)]),
  ].join(' · ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
    },
    element('title', {}, text(`Gaits and reins of ${title}`)),
    element('desc', {}, text(inWords(result))),
    element('style', {}, style),
    element('defs', {}, ...gaitPatterns(gaits)),
    element('text', { x: 16, y: 24, class: 'title' }, text(shortened(title, 56))),
    element('text', { x: width - right, y: 24, 'text-anchor': 'end', class: 'quiet' }, text(about)),
    ...jumpMarks(result, x),
    ...gaitStrip(result, x),
    ...reinStrip(result, x),
    ...timeAxis(seconds, x),
    ...legend(gaits, result.jumps.length > 0),
  )}\n`;
}

type Scale = (at: number) => number;

/** A triangle above the strip that points at each jump. */
function jumpMarks({ jumps }: SessionResult, x: Scale): string[] {
  const { width, height } = jumpMark;
  return jumps.map(({ at, combination, addedByHand }) => {
    const which = combination === null ? '' : `, in combination ${combination + 1}`;
    return element(
      'path',
      { d: triangle(x(at), strip.top - 2, width, height), class: 'jump' },
      element('title', {}, text(`jump ${clock(at)}${which}${addedByHand ? ', added by hand' : ''}`)),
    );
  });
}

/** Standing on its point. */
function triangle(x: number, bottom: number, width: number, height: number): string {
  const corner = (dx: number, dy: number) => `${Number((x + dx).toFixed(2))} ${bottom - dy}`;
  return `M ${corner(0, 0)} L ${corner(-width / 2, height)} L ${corner(width / 2, height)} Z`;
}

function gaitStrip({ segments }: SessionResult, x: Scale): string[] {
  const { top, height } = strip;
  const shapes = segments.map(({ gait, from, to }) =>
    element(
      'rect',
      { x: x(from), y: top, width: x(to) - x(from), height, fill: gaitFill(gait), class: 'edge' },
      element('title', {}, text(`${gaitDrawings[gait].name} ${clock(from)} – ${clock(to)}`)),
    ),
  );
  const names = segments.flatMap(({ gait, from, to }) => {
    const label = labelOf(gait, x(to) - x(from));
    return label === null ? [] : [nameOf(gait, label, (x(from) + x(to)) / 2, top + height / 2)];
  });
  return [heading('gait', top + height / 2), ...shapes, ...names];
}

/** The name of a gait where it fits, its letter where that does, else nothing. */
function labelOf(gait: Gait, pixels: number): string | null {
  const { name, letter } = gaitDrawings[gait];
  if (pixels >= (name.length + 2) * room.character) return name;
  return pixels >= room.letter && gait !== 'halt' ? letter : null;
}

/** Written on the gait's own colour, which keeps its pattern away from the letters. */
function nameOf(gait: Gait, label: string, x: number, y: number): string {
  const { colour, ink } = gaitDrawings[gait];
  return element(
    'text',
    {
      x,
      y,
      'text-anchor': 'middle',
      'dominant-baseline': 'central',
      class: `name on-${ink === 'white' ? 'dark' : 'light'}`,
      stroke: colour,
    },
    text(label),
  );
}

/** A lane for each rein: where a bar lies tells the rein, whatever its colour. */
function reinStrip({ reins, metrics }: SessionResult, x: Scale): string[] {
  const middle = lanes.top + 1.5 * lanes.height + lanes.between;
  if (reins.length === 0) {
    const why = metrics.reins.left.share.reason ?? 'not known';
    return [
      heading('reins', middle),
      element('text', { x: left, y: middle, 'dominant-baseline': 'central', class: 'quiet' }, text(why)),
    ];
  }
  return ridden.flatMap((rein, lane) => {
    const top = lanes.top + lane * (lanes.height + lanes.between);
    const bars = reins
      .filter((segment) => segment.rein === rein)
      .map(({ from, to }) =>
        element(
          'rect',
          { x: x(from), y: top, width: x(to) - x(from), height: lanes.height, fill: reinColours[rein] },
          element('title', {}, text(`${rein} ${clock(from)} – ${clock(to)}`)),
        ),
      );
    return [heading(rein === 'straight' ? rein : `${rein} rein`, top + lanes.height / 2), ...bars];
  });
}

function heading(label: string, y: number): string {
  return element('text', { x: 16, y, 'dominant-baseline': 'central', class: 'quiet' }, text(label));
}

function timeAxis(seconds: number, x: Scale): string[] {
  const step = timeStep((seconds * pixelsPerMark) / (width - left - right));
  const marks: string[] = [];
  for (let at = 0; at <= seconds; at += step)
    marks.push(
      element('line', { x1: x(at), y1: axisTop, x2: x(at), y2: axisTop + 5, class: 'line' }),
      element(
        'text',
        { x: x(at), y: axisTop + 19, 'text-anchor': 'middle', class: 'quiet' },
        text(clock(at)),
      ),
    );
  return [element('line', { x1: x(0), y1: axisTop, x2: x(seconds), y2: axisTop, class: 'line' }), ...marks];
}

function legend(gaits: readonly Gait[], hasJumps: boolean): string[] {
  let at = left;
  const swatches = gaits.flatMap((gait) => {
    const { name, letter } = gaitDrawings[gait];
    const from = at;
    const swatch = { x: from, y: legendTop - 12, width: 26, height: 16 };
    at += swatch.width + 10 + room.character * name.length + 18;
    return [
      element('rect', { ...swatch, fill: gaitFill(gait) }),
      ...(gait === 'halt'
        ? []
        : [nameOf(gait, letter, from + swatch.width / 2, swatch.y + swatch.height / 2)]),
      element('text', { x: from + swatch.width + 8, y: legendTop }, text(name)),
    ];
  });
  if (!hasJumps) return swatches;
  const mark = triangle(at + jumpMark.width / 2, legendTop, jumpMark.width, jumpMark.height);
  return [
    ...swatches,
    element('path', { d: mark, class: 'jump' }),
    element('text', { x: at + jumpMark.width + 8, y: legendTop }, text('jump')),
  ];
}

/** What the picture shows, for whoever cannot see it. */
function inWords({ segments, recording, jumps }: SessionResult): string {
  const order = segments.map(({ gait, from, to }) => `${gaitDrawings[gait].name} ${clock(to - from)}`);
  const over = jumps.length === 0 ? '' : ` ${counted(jumps.length, 'jump')}.`;
  return `${clock(recording.durationSeconds)} in all: ${order.join(', ')}.${over}`;
}

function shortened(title: string, characters: number): string {
  const all = [...title];
  return all.length <= characters ? title : `${all.slice(0, characters - 1).join('')}…`;
}

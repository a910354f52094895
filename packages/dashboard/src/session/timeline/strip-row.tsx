import type { Drawing } from '../../ride/gaits.ts';

interface RowProps {
  readonly parts: readonly { readonly from: number; readonly to: number; readonly drawing: Drawing }[];
  readonly seconds: number;
  /** px, as all lengths here. */
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** Spans as coloured boxes over the whole width. */
export function StripBoxes({ parts, seconds, width, y, height }: RowProps) {
  const scale = width / seconds;
  return parts.map(({ from, to, drawing }) => {
    const room = (to - from) * scale;
    // A seam between boxes, unless it would take most of them away.
    const box = room > 5 ? room - 1 : Math.max(0.75, room);
    return <rect key={from} x={from * scale} y={y} width={box} height={height} fill={drawing.colour} />;
  });
}

/** The name of each span where it fits, else its letter. */
export function StripLabels({ parts, seconds, width, y, height }: RowProps) {
  const scale = width / seconds;
  return parts.map(({ from, to, drawing }) => {
    const label = labelFor(drawing, (to - from) * scale);
    if (label === null) return null;
    return (
      <text
        key={from}
        x={((from + to) / 2) * scale}
        y={y + height / 2}
        fill={drawing.ink}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {label}
      </text>
    );
  });
}

const pixelsPerLetter = 8;

function labelFor({ name, letter }: Drawing, room: number): string | null {
  if (room >= name.length * pixelsPerLetter + 10) return name;
  return room >= 14 ? letter : null;
}

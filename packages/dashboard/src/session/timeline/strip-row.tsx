import type { Drawing } from '../../ride/gaits.ts';

interface Part {
  readonly from: number;
  readonly to: number;
  readonly drawing: Drawing;
}

/** Spans as coloured boxes over the whole width, with their name where it fits, else their letter. */
export function StripRow({
  parts,
  seconds,
  width,
  y,
  height,
}: {
  parts: readonly Part[];
  seconds: number;
  width: number;
  y: number;
  height: number;
}) {
  const scale = width / seconds;
  return (
    <g>
      {parts.map(({ from, to, drawing }) => {
        const room = (to - from) * scale;
        const box = room > 5 ? room - 1 : Math.max(0.75, room);
        const label = labelFor(drawing, box);
        return (
          <g key={from}>
            <rect x={from * scale} y={y} width={box} height={height} fill={drawing.colour} />
            {label !== null && (
              <text
                x={from * scale + box / 2}
                y={y + height / 2}
                fill={drawing.ink}
                textAnchor="middle"
                dominantBaseline="central"
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

const pixelsPerLetter = 8;

function labelFor({ name, letter }: Drawing, box: number): string | null {
  if (box >= name.length * pixelsPerLetter + 10) return name;
  return box >= 13 ? letter : null;
}

import { whole } from '../../format/numbers.ts';
import { given, shown, unitOf } from '../../format/units.ts';
import { roundLength } from '../../ride/way.ts';

/** px the bar may take. */
const most = 110;
/** From this length on (m), kilometres or miles read better. */
const far = 1000;

/** How long a length on the drawing is on the ground. */
export function ScaleBar({ metresPerPixel, y }: { metresPerPixel: number; y: number }) {
  const quantity = metresPerPixel * most >= far ? 'distance' : 'height';
  const length = roundLength(shown(quantity, metresPerPixel * most));
  const pixels = given(quantity, length) / metresPerPixel;
  return (
    <g className="scale-bar" transform={`translate(12 ${y})`}>
      <path d={`M0-4V4M0 0H${pixels}M${pixels}-4V4`} />
      <text x={pixels + 8} dominantBaseline="central">
        {length < 1 ? length : whole(length)} {unitOf(quantity)}
      </text>
    </g>
  );
}

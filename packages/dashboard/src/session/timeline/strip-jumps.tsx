import { clock } from '../../format/times.ts';
import { type Jump, sureness } from '../../ride/jumps.ts';
import { words } from '../words.ts';
import '../../styles/jumps.css';

/** px */
export const jumpsHeight = 15;

/** Jumps as arches above the gaits; those of a combination stand on one line, doubtful ones are hollow. */
export function StripJumps({
  jumps,
  x,
  y,
}: {
  jumps: readonly Jump[];
  x: (at: number) => number;
  y: number;
}) {
  const foot = y + jumpsHeight - 2;
  return (
    <g className="jumps">
      {jumps.map((jump, index) => {
        const before = jumps[index - 1];
        if (!before || jump.combination === null || jump.combination !== before.combination) return null;
        return <line key={`to ${jump.at}`} x1={x(before.at)} x2={x(jump.at)} y1={foot} y2={foot} />;
      })}
      {jumps.map((jump) => (
        <path
          key={jump.at}
          className={sureness(jump) === 'doubtful' ? 'hollow' : undefined}
          d={`M${x(jump.at) - 5} ${foot}q5-20 10 0z`}
        >
          <title>
            {words.jumps.onStrip(1)} {clock(jump.at)},{' '}
            {jump.addedByHand ? words.jumps.byHand : words.jumps.confidence[sureness(jump)]}
          </title>
        </path>
      ))}
    </g>
  );
}

import type { SessionResult } from '@piaffe/client';
import { type Drawing, gaitDrawings, gaits, reinDrawings, reins } from '../../ride/gaits.ts';

/** What the colours of the strip mean: those that occur. */
export function Legend({ result }: { result: SessionResult }) {
  const ridden = gaits.filter((gait) => result.segments.some((one) => one.gait === gait));
  const turned = reins.filter((rein) => result.reins.some((one) => one.rein === rein));
  return (
    <ul className="legend">
      {ridden.map((gait) => (
        <Entry key={gait} drawing={gaitDrawings[gait]} />
      ))}
      {turned.length > 0 && <li className="divider" aria-hidden="true" />}
      {turned.map((rein) => (
        <Entry key={rein} drawing={reinDrawings[rein]} />
      ))}
    </ul>
  );
}

function Entry({ drawing: { name, letter, colour, ink } }: { drawing: Drawing }) {
  return (
    <li>
      <span className="key" style={{ backgroundColor: colour, color: ink }} aria-hidden="true">
        {letter}
      </span>
      {name}
    </li>
  );
}

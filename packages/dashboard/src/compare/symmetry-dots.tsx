import type { SessionResult } from '@piaffe/client';
import { onScale, symmetryScale } from '../ride/scales.ts';
import { words as sessionWords } from '../session/words.ts';
import { words } from './words.ts';

const parts = [
  ['minDiff', sessionWords.lowest],
  ['maxDiff', sessionWords.highest],
] as const;

/** How far the halves of trot strides differed on each straight of either ride: a dot per straight. */
export function SymmetryDots({ a, b }: { a: SessionResult; b: SessionResult }) {
  return (
    <section className="card stack" aria-labelledby="symmetry-dots">
      <h2 id="symmetry-dots">{words.straights}</h2>
      {parts.map(([part, label]) => (
        <div key={part} className="stack-tight">
          <h3>{label}</h3>
          {[a, b].map(({ symmetryPhases }, index) => (
            <div key={index === 0 ? 'a' : 'b'} className="lettered">
              <span className="letter">{index === 0 ? 'A' : 'B'}</span>
              <div className="dots">
                <span className="for-screen-readers">
                  {symmetryPhases.map((phase) => `${phase[part]} mm`).join(', ') || words.noStraight}
                </span>
                {symmetryPhases.length === 0 && (
                  <span className="tiny soft" aria-hidden="true">
                    {words.noStraight}
                  </span>
                )}
                {symmetryPhases.map((phase) => (
                  <span
                    key={phase.from}
                    className="straight"
                    aria-hidden="true"
                    style={{ left: `${100 * onScale(symmetryScale, phase[part]).share}%` }}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      ))}
      <p className="dots-scale tiny soft numbers" aria-hidden="true">
        <span>{symmetryScale.from}</span>
        <span>{symmetryScale.to / 2}</span>
        <span>{symmetryScale.to} mm</span>
      </p>
    </section>
  );
}

import { fixed } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { QualityMark } from '../pieces/quality-mark.tsx';
import { doubtOf } from '../ride/doubt.ts';
import { UsualRange } from '../session/usual/usual-range.tsx';
import { words as sessionWords } from '../session/words.ts';
import type { Report } from './load-report.ts';
import { Sparkline } from './sparkline.tsx';
import { StoodOut } from './stood-out.tsx';
import { words } from './words.ts';

const parts = [
  ['symmetry.minDiff', 'minDiff', sessionWords.lowest],
  ['symmetry.maxDiff', 'maxDiff', sessionWords.highest],
] as const;

/** Symmetry of straight trot with how many strides it rests on, and how it went on the rides before. */
export function SymmetryPanel({ report: { session, result, trend, horse } }: { report: Report }) {
  const { symmetry } = result.metrics;
  const { score } = symmetry;
  const points = trend?.metrics.find(({ metric }) => metric === 'symmetry.score') ?? null;
  return (
    <section className="symmetry" aria-labelledby="symmetry">
      <h2 id="symmetry">{words.symmetry}</h2>
      <div>
        {score.value === null ? (
          <p>
            {sessionWords.noNumber} {reasonText(score.reason) ?? sessionWords.notKnownWhy}
          </p>
        ) : (
          <>
            <p>
              <strong className="large numbers">{fixed(score.value, 1)}</strong>{' '}
              <span className="soft">{sessionWords.ofTen}</span>{' '}
              {score.quality !== 'good' && <QualityMark quality={score.quality} reason={doubtOf(score)} />}
            </p>
            <UsualRange name="symmetry.score" metric={score} />
            {parts.map(([name, part, label]) => {
              const { value, spread } = symmetry[part];
              if (value === null) return null;
              return (
                <div key={name} className="stack-tight">
                  <p>
                    {label} <strong className="numbers">{fixed(value, 1)}</strong>{' '}
                    <span className="soft numbers">{spread !== null && `± ${fixed(spread, 1)} `}mm</span>
                  </p>
                  <UsualRange name={name} metric={symmetry[part]} />
                </div>
              );
            })}
            <p className="soft">{sessionWords.symmetryBasis(score.n ?? 0, result.symmetryPhases.length)}</p>
          </>
        )}
      </div>
      <div>
        {trend && points && <Sparkline trend={trend} metric={points} timeZone={horse.timeZone} />}
        {trend && <StoodOut trend={trend} session={session.id} timeZone={horse.timeZone} />}
        <p className="soft">{sessionWords.symmetryIs}</p>
      </div>
    </section>
  );
}

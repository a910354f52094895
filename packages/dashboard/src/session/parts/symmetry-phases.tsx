import type { SessionResult } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { clock } from '../../format/times.ts';
import { onScale, symmetryScale } from '../../ride/scales.ts';
import { select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

/** How much before and after a straight is shown with it, in s. */
const around = 5;

type Phase = SessionResult['symmetryPhases'][number];

/** Each straight stretch of trot; choosing one shows it in the charts. */
export function SymmetryPhases({ result: { symmetryPhases, metrics } }: { result: SessionResult }) {
  const { whole, window, show } = useRideView();
  const { score } = metrics.symmetry;
  return (
    <section className="card" aria-labelledby="phases">
      <div className="section-head">
        <h2 id="phases">{words.phases}</h2>
      </div>
      {symmetryPhases.length === 0 ? (
        <p className="soft">{score.reason ?? words.notKnownWhy}</p>
      ) : (
        <>
          <p className="small soft">{words.phasesHelp}</p>
          <div className="phases-scale tiny soft numbers" aria-hidden="true">
            <span />
            <span>0</span>
            <span>{symmetryScale.to / 2}</span>
            <span>{symmetryScale.to}</span>
            <span>mm</span>
          </div>
          <ol className="phases">
            {symmetryPhases.map((phase) => (
              <li key={phase.from}>
                <button
                  type="button"
                  aria-pressed={phase.from >= window.from && phase.to <= window.to && window !== whole}
                  onClick={() => {
                    show(select(whole, phase.from - around, phase.to + around));
                    document.getElementById('timeline')?.scrollIntoView({ block: 'start' });
                  }}
                >
                  <span className="when numbers">
                    <strong>
                      {clock(phase.from)}–{clock(phase.to)}
                    </strong>{' '}
                    <span className="tiny soft">{words.strides(phase.strides)}</span>
                  </span>
                  <Bars phase={phase} />
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Bars({ phase: { minDiff, maxDiff } }: { phase: Phase }) {
  return (
    <span className="bars">
      <Bar label={words.lowestShort} value={minDiff} />
      <Bar label={words.highestShort} value={maxDiff} />
    </span>
  );
}

function Bar({ label, value }: { label: string; value: number }) {
  const { share, beyond } = onScale(symmetryScale, value);
  return (
    <span className="bar-row tiny">
      <span className="soft">{label}</span>
      <span className="track" aria-hidden="true">
        <span className={beyond ? 'filled beyond' : 'filled'} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="numbers">
        {fixed(value, 1)}
        <span className="for-screen-readers"> mm{beyond ? `, ${words.beyond}` : ''}</span>
      </span>
    </span>
  );
}

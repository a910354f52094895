import type { SessionResult } from '@piaffe/client';
import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { gaitDrawings } from '../../ride/gaits.ts';
import { directionOf } from '../../ride/transition-counts.ts';
import { select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

/** How much before and after a transition is shown with it, in s. */
const around = 20;

/** Every change of gait; choosing one shows it in the charts. */
export function TransitionList({ result: { transitions } }: { result: SessionResult }) {
  const { whole, show, mark } = useRideView();
  return (
    <section className="card" aria-labelledby="transition-list">
      <h2 id="transition-list">{words.transitionList}</h2>
      {transitions.length === 0 && <p className="soft">{words.noTransitions}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <ol className="transition-list" tabIndex={0} aria-labelledby="transition-list">
        {transitions.map((one) => (
          <li key={one.at}>
            <button
              type="button"
              onClick={() => {
                mark.mark(one.at);
                show(select(whole, one.at - around, one.at + around));
                document.getElementById('timeline')?.scrollIntoView({ block: 'start' });
              }}
            >
              <span className="numbers soft">{clock(one.at)}</span>
              <span>
                {gaitDrawings[one.fromGait].name} – {gaitDrawings[one.toGait].name}
              </span>
              <Icon name={directionOf(one)} size={16} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

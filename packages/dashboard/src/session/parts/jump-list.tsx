import type { SessionResult } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { clock } from '../../format/times.ts';
import { flightOf, inCombination, type Jump, sureness } from '../../ride/jumps.ts';
import { select } from '../../ride/window.ts';
import { useRideView } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';

/** How much before and after a jump is shown with it, in s. */
const around = 10;
const own = words.jumps;

/** Every jump; choosing one shows it in the charts. */
export function JumpList({ result: { jumps } }: { result: SessionResult }) {
  const { whole, show, mark } = useRideView();
  if (jumps.length === 0) return null;
  return (
    <section className="card" aria-labelledby="jump-list">
      <h2 id="jump-list">{own.list}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <ol className="transition-list jump-list" tabIndex={0} aria-labelledby="jump-list">
        {jumps.map((jump) => (
          <li key={jump.at}>
            <button
              type="button"
              onClick={() => {
                mark.mark(jump.at);
                show(select(whole, jump.at - around, jump.at + around));
                document.getElementById('timeline')?.scrollIntoView({ block: 'start' });
              }}
            >
              <span className="numbers soft">{clock(jump.at)}</span>
              <span>
                {combinationText(jumps, jump)} <span className="tiny soft numbers">{flightText(jump)}</span>
              </span>
              <span className="tiny soft">
                {jump.addedByHand ? own.byHand : own.confidence[sureness(jump)]}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function combinationText(jumps: readonly Jump[], jump: Jump): string {
  const found = inCombination(jumps, jump);
  return found === null ? own.single : own.inCombination(found.place, found.size, found.combination);
}

function flightText(jump: Jump): string {
  const flight = flightOf(jump);
  if (flight === null || jump.takeOff === null || jump.landing === null) return '';
  return `${own.flight(fixed(flight, 2))} (${own.fromTo(exact(jump.takeOff), exact(jump.landing))})`;
}

/** `12:05.3`: take-off and landing are within a second. */
function exact(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${clock(whole)}${fixed(seconds - whole, 1).slice(1)}`;
}

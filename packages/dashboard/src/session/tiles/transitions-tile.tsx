import type { SessionResult } from '@piaffe/client';
import { Icon } from '../../pieces/icon.tsx';
import { gaitDrawings } from '../../ride/gaits.ts';
import { countTransitions, directionOf } from '../../ride/transition-counts.ts';
import { UsualRange } from '../usual/usual-range.tsx';
import { words } from '../words.ts';
import { Missing } from './metric-value.tsx';
import { Tile } from './tile.tsx';

const kindsShown = 4;

/** How often the gait changed, which way, and between which gaits most. */
export function TransitionsTile({ result: { metrics, transitions } }: { result: SessionResult }) {
  const { count } = metrics.transitions;
  const kinds = countTransitions(transitions);
  const going = (direction: 'up' | 'down') =>
    transitions.filter((one) => directionOf(one) === direction).length;
  return (
    <Tile title={words.transitions} className="transitions-tile">
      {count.value === null ? (
        <Missing reason={count.reason} />
      ) : (
        <>
          <p className="big">
            <span className="numbers">{count.value}</span>
            <span className="directions small soft numbers">
              <span>
                <Icon name="up" size={15} /> {going('up')} {words.up}
              </span>
              <span>
                <Icon name="down" size={15} /> {going('down')} {words.down}
              </span>
            </span>
          </p>
          <UsualRange name="transitions.count" metric={count} />
          <ul className="pairs small">
            {kinds.slice(0, kindsShown).map(({ from, to, count: times, direction }) => (
              <li key={`${from} ${to}`}>
                <span>
                  <Icon name={direction} size={14} /> {gaitDrawings[from].name} – {gaitDrawings[to].name}
                </span>
                <strong className="numbers">{times}</strong>
              </li>
            ))}
          </ul>
          {kinds.length > kindsShown && (
            <p className="tiny soft">{words.moreKinds(kinds.length - kindsShown)}</p>
          )}
        </>
      )}
    </Tile>
  );
}

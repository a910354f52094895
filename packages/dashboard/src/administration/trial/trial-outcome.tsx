import type { Trial } from '@piaffe/client';
import { useState } from 'react';
import { dateAndTime } from '../../format/dates.ts';
import { words } from '../words.ts';
import { DifferencePicture } from './difference-picture.tsx';

const shownAtFirst = 8;

/** What a trial found so far: how many rides would stay the same, and for each metric how far it would move. */
export function TrialOutcome({ trial }: { trial: Trial }) {
  const { state, startedAt, done, failed, same, algorithms, differences } = trial;
  const [all, setAll] = useState(false);
  const compared = done - failed;
  const shown = all ? differences : differences.slice(0, shownAtFirst);
  return (
    <div className="stack">
      <div className="stack-tight" role={state === 'running' ? undefined : 'status'}>
        <p>
          <strong>{outcomeOf(compared, same)}</strong>
        </p>
        {failed > 0 && <p>{words.trialFailed(failed)}</p>}
        {state === 'stopped' && <p className="small soft">{words.trialStopped}</p>}
        {algorithms.map(({ from, to, sessions }) => (
          <p key={`${from} ${to}`} className="small soft">
            {from === to ? words.sameAlgorithm(from, sessions) : words.algorithmFromTo(from, to, sessions)}
          </p>
        ))}
        {startedAt !== null && <p className="tiny soft">{words.triedAt(dateAndTime(startedAt))}</p>}
      </div>
      {differences.length > 0 && (
        <>
          <p className="tiny soft">{words.differenceKey}</p>
          <ul className="differences">
            {shown.map((difference) => (
              <DifferencePicture key={difference.metric} difference={difference} compared={compared} />
            ))}
          </ul>
          {!all && differences.length > shownAtFirst && (
            <p>
              <button type="button" className="button quiet" onClick={() => setAll(true)}>
                {words.allDifferences(differences.length)}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function outcomeOf(compared: number, same: number): string {
  if (compared === 0) return words.nothingCompared;
  return same === compared ? words.allSame(compared) : words.notAllSame(compared - same, compared);
}

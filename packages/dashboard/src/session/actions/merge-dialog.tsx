import type { Horse, ListedSession, Session } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useLoaded } from '../../app/use-loaded.ts';
import { exactDuration } from '../../format/times.ts';
import { Loading } from '../../pieces/loading.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { rideName } from '../../ride/ride-name.ts';
import { words } from '../words.ts';
import { SessionDialog } from './session-dialog.tsx';

const ridesShown = 100;

/** Takes another recording of the same ride into this one. */
export function MergeDialog({
  session,
  horse,
  onDone,
  onClose,
}: {
  session: Session;
  horse: Horse;
  onDone: (session: Session) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const others = useLoaded('other rides', async (signal) => {
    const query = { horse: horse.id, limit: ridesShown };
    const { items } = await api.get('/sessions', { params: { query }, signal });
    return items.filter(({ id }) => id !== session.id).sort((a, b) => apart(session, a) - apart(session, b));
  });
  const apply =
    chosen === null
      ? null
      : async () =>
          onDone(
            await api.post('/sessions/{session}/merge', {
              params: { path: { session: session.id } },
              body: { other: chosen },
            }),
          );
  return (
    <SessionDialog
      title={words.mergeTitle}
      help={words.mergeHelp}
      button={words.mergeApply}
      apply={apply}
      onClose={onClose}
    >
      {others.state === 'loading' && <Loading shapes={1} />}
      {others.state === 'failed' && <ProblemNote problem={others.problem} retry={others.reload} />}
      {others.state === 'ready' && others.value.length === 0 && <p>{words.noOtherRide}</p>}
      {others.state === 'ready' && others.value.length > 0 && (
        <fieldset className="choices">
          <legend className="label">{words.mergeWith}</legend>
          {others.value.map((other) => (
            <label key={other.id} className="check">
              <input
                type="radio"
                name="other"
                checked={chosen === other.id}
                onChange={() => setChosen(other.id)}
              />
              <span>
                {rideName(other, horse.timeZone)}{' '}
                <span className="small soft">
                  {[
                    other.overview && exactDuration(other.overview.durationSeconds),
                    ...other.recordings.map(({ name }) => name),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </SessionDialog>
  );
}

/** How far two rides are from each other in time: the other part of a ride is the nearest one. */
function apart(one: ListedSession | Session, other: ListedSession): number {
  const at = ({ startedAt, receivedAt }: ListedSession | Session) => Date.parse(startedAt ?? receivedAt);
  return Math.abs(at(one) - at(other));
}

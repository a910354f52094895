import type { Session } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useLoaded } from '../../app/use-loaded.ts';
import { loadHorses } from '../../horses/load-stable.ts';
import { Field } from '../../pieces/field.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { SessionDialog } from './session-dialog.tsx';

/** Gives a ride to another horse. */
export function MoveDialog({
  session,
  onDone,
  onClose,
}: {
  session: Session;
  onDone: (session: Session) => void;
  onClose: () => void;
}) {
  const horses = useLoaded('other horses', async (signal) =>
    (await loadHorses({ signal })).filter(({ id }) => id !== session.horse),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const horse = chosen ?? (horses.state === 'ready' ? horses.value[0]?.id : null) ?? null;
  const apply =
    horse === null
      ? null
      : async () =>
          onDone(
            await api.patch('/sessions/{session}', {
              params: { path: { session: session.id } },
              body: { horse },
            }),
          );
  return (
    <SessionDialog title={words.moveTitle} button={words.moveApply} apply={apply} onClose={onClose}>
      {horses.state === 'loading' && <Loading shapes={1} />}
      {horses.state === 'failed' && <ProblemNote problem={horses.problem} retry={horses.reload} />}
      {horses.state === 'ready' && horse === null && <p>{words.noOtherHorse}</p>}
      {horses.state === 'ready' && horse !== null && (
        <Field label={words.moveTo}>
          {(control) => (
            <select {...control} value={horse} onChange={({ target }) => setChosen(target.value)}>
              {horses.value.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </SessionDialog>
  );
}

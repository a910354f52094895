import type { Horse, Session } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { clocksIn, instantIn } from '../../format/zoned-time.ts';
import { ContextFields } from '../../pieces/context-fields.tsx';
import { Field } from '../../pieces/field.tsx';
import { words } from '../words.ts';
import { SessionDialog } from './session-dialog.tsx';

/** Changes what is said about a ride. */
export function EditDialog({
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
  const began = session.startedAt === null ? '' : clocksIn(horse.timeZone, session.startedAt);
  const [context, setContext] = useState(session.context);
  const [start, setStart] = useState(began);
  const apply = async () => {
    const startedAt = start === '' ? null : instantIn(horse.timeZone, start);
    onDone(
      await api.patch('/sessions/{session}', {
        params: { path: { session: session.id } },
        body: { ...context, ...(start === began ? {} : { startedAt }) },
      }),
    );
  };
  return (
    <SessionDialog title={words.editTitle} button={words.save} apply={apply} onClose={onClose}>
      <ContextFields
        value={context}
        onChange={(changes) => setContext((present) => ({ ...present, ...changes }))}
      />
      <Field label={words.start} hint={words.startHint(horse.timeZone)}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            step={1}
            value={start}
            onChange={({ target }) => setStart(target.value)}
          />
        )}
      </Field>
    </SessionDialog>
  );
}

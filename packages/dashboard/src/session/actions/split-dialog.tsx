import type { Session } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { words } from '../words.ts';
import { SessionDialog } from './session-dialog.tsx';

/** Undoes a merge. */
export function SplitDialog({
  session,
  onDone,
  onClose,
}: {
  session: Session;
  onDone: (sessions: readonly Session[]) => void;
  onClose: () => void;
}) {
  const apply = async () => {
    const params = { path: { session: session.id } };
    onDone((await api.post('/sessions/{session}/split', { params })).sessions);
  };
  return (
    <SessionDialog
      title={words.splitTitle}
      help={words.splitHelp(session.recordings.length)}
      button={words.splitApply}
      apply={apply}
      onClose={onClose}
    />
  );
}

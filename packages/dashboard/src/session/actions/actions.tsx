import type { Horse, Session } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { goTo, Link } from '../../app/navigation.tsx';
import { addresses } from '../../app/route.ts';
import { useAction } from '../../app/use-action.ts';
import { Icon } from '../../pieces/icon.tsx';
import { Menu } from '../../pieces/menu.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { EditDialog } from './edit-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** What one can do with a ride. `onTrim` is null while there is nothing to see of it. */
export function Actions({
  session,
  horse,
  onChanged,
  onTrim,
}: {
  session: Session;
  horse: Horse;
  onChanged: (session: Session) => void;
  onTrim: (() => void) | null;
}) {
  const [asked, setAsked] = useState<'edit' | 'move' | 'merge' | 'split' | null>(null);
  const { problem, run } = useAction();
  const close = () => setAsked(null);
  const done = (changed: Session) => {
    close();
    onChanged(changed);
  };
  const remove = async () =>
    onChanged(await api.delete('/sessions/{session}', { params: { path: { session: session.id } } }));

  return (
    <>
      <div className="buttons">
        <button type="button" className="button" onClick={() => setAsked('edit')}>
          <Icon name="edit" size={18} /> {words.edit}
        </button>
        <Link className="button" to={addresses.compare(session.id, '')}>
          <Icon name="compare" size={18} /> {words.compare}
        </Link>
        <Link className="button" to={addresses.report(session.id)}>
          <Icon name="print" size={18} /> {words.report}
        </Link>
        <Menu label={words.actions} className="button square" button={<Icon name="more" />}>
          {onTrim && (
            <button type="button" className="entry" onClick={onTrim}>
              <Icon name="trim" /> {words.trim}
            </button>
          )}
          <button type="button" className="entry" onClick={() => setAsked('move')}>
            <Icon name="move" /> {words.move}
          </button>
          <button type="button" className="entry" onClick={() => setAsked('merge')}>
            <Icon name="merge" /> {words.merge}
          </button>
          {session.recordings.length > 1 && (
            <button type="button" className="entry" onClick={() => setAsked('split')}>
              <Icon name="split" /> {words.split}
            </button>
          )}
          <button type="button" className="entry bad" onClick={() => run(remove)}>
            <Icon name="remove" /> {words.remove}
          </button>
        </Menu>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {asked === 'edit' && <EditDialog session={session} horse={horse} onDone={done} onClose={close} />}
      {asked === 'move' && <MoveDialog session={session} onDone={done} onClose={close} />}
      {asked === 'merge' && <MergeDialog session={session} horse={horse} onDone={done} onClose={close} />}
      {asked === 'split' && (
        <SplitDialog
          session={session}
          onClose={close}
          onDone={(sessions) => {
            const rest = sessions.find(({ id }) => id === session.id);
            if (rest) done(rest);
            else goTo(addresses.horse(session.horse));
          }}
        />
      )}
    </>
  );
}

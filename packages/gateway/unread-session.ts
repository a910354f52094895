import { closed } from '@piaffe/kernel';
import { Session, sessionsContract } from '@piaffe/sessions/contract';
import { Type } from 'typebox';
import { degradable } from './degraded.ts';

const { id, state, reason, progress } = Session.properties;

const Unread = closed(
  { id, state, reason, progress },
  {
    description: 'For a token without the scope `read`: how its analysis goes, and nothing that people said',
  },
);

/** What an upload answers. */
export const Kept = degradable({
  ...sessionsContract.operations.keep.output.properties,
  session: Type.Union([Session, Unread]),
});

/** What of a session somebody may know who may not read. */
export const unread = ({ id, state, reason, progress }: Session) => ({ id, state, reason, progress });

import type { ListedSession } from '@piaffe/client';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { exactDuration } from '../format/times.ts';
import { reasonText } from '../language/reason-text.tsx';
import { rideName } from '../ride/ride-name.ts';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { GaitBar } from './gait-bar.tsx';
import { StateBadge } from './state-badge.tsx';
import { SymmetryChip } from './symmetry-chip.tsx';
import { words } from './words.ts';

/** A ride in a list: when, how long, in which gaits, how even, and how far its analysis is. */
export function RideRow({
  session,
  timeZone,
  isNew = false,
}: {
  session: ListedSession;
  timeZone: string;
  isNew?: boolean;
}) {
  const { overview, context, noteCount } = session;
  const said = [
    context.type && rideTypes.show(context.type),
    context.surface && surfaces.show(context.surface),
    noteCount > 0 ? words.notes(noteCount) : null,
    session.recordings.map(({ name }) => name).join(', '),
  ];
  return (
    <Link className="ride-row" to={addresses.session(session.id)}>
      <span className="when">
        <strong>{rideName(session, timeZone)}</strong>
        {overview && <span className="numbers soft">{exactDuration(overview.durationSeconds)}</span>}
        {isNew && <span className="badge accent">{words.isNew}</span>}
        <StateBadge session={session} />
      </span>
      {overview && <GaitBar times={overview.gaits} />}
      {session.reason && (session.state === 'failed' || session.state === 'quarantined') && (
        <span className="tiny soft">{reasonText(session.reason)}</span>
      )}
      <span className="said tiny soft">
        <span>{said.filter(Boolean).join(' · ')}</span>
        {overview && <SymmetryChip score={overview.symmetryScore} />}
      </span>
    </Link>
  );
}

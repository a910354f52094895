import type { Horse, Rider, Session } from '@piaffe/client';
import type { ReactNode } from 'react';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { dateAndTime, longDate, ownTimeZone, timeOfDay } from '../format/dates.ts';
import { exactDuration } from '../format/times.ts';
import { uncapitalised } from '../format/uncapitalised.ts';
import { Icon } from '../pieces/icon.tsx';
import { StateBadge } from '../pieces/state-badge.tsx';
import { mountWords } from '../pieces/words.ts';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { words as trendWords } from '../trends/words.ts';
import { words } from './words.ts';

/** Which ride this is. */
export function SessionHead({
  session,
  horse,
  rider,
  children,
}: {
  session: Session;
  horse: Horse;
  rider: Rider | null;
  children: ReactNode;
}) {
  const { startedAt, receivedAt, context, overview } = session;
  const zone = horse.timeZone;
  const isElsewhere = zone !== ownTimeZone();
  const said = [
    overview && exactDuration(overview.durationSeconds),
    context.type && rideTypes.show(context.type),
    context.surface && surfaces.show(context.surface),
    context.rider && (rider?.name ?? trendWords.riderNotKnown),
    context.mount && uncapitalised(mountWords[context.mount]),
  ].filter(Boolean);
  return (
    <header className="session-head">
      <div className="stack-tight">
        <Link className="back" to={addresses.horse(horse.id)}>
          <Icon name="back" size={16} /> {words.allRides}
        </Link>
        <h1>{horse.name}</h1>
        <p className="date numbers">
          {startedAt === null
            ? words.uploaded(dateAndTime(receivedAt, zone))
            : `${longDate(startedAt, zone)}, ${timeOfDay(startedAt, zone)}`}
          {startedAt !== null && isElsewhere && <span className="soft"> ({words.inZone(zone)})</span>}
        </p>
        <p className="tiny soft file-name">{session.recordings.map(({ name }) => name).join(', ')}</p>
        <p className="said">
          {said.join(' · ')}{' '}
          {session.state === 'done' ? (
            <span className="badge">
              <Icon name="done" size={14} /> {words.analysed}
            </span>
          ) : (
            <StateBadge session={session} />
          )}
        </p>
      </div>
      <div className="stack-tight">{children}</div>
    </header>
  );
}

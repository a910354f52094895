import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { Icon } from '../pieces/icon.tsx';
import { RideRow } from '../pieces/ride-row.tsx';
import { HorseLine } from './horse-line.tsx';
import { HowItGoes } from './how-it-goes.tsx';
import type { HorseWithRides } from './load-stable.ts';
import { isNew } from './visit.ts';
import { words } from './words.ts';

/** A horse with its latest rides, and how it goes. */
export function HorseCard({
  stabled: { horse, rides, hasMore },
  ridesShown,
  isCompared,
  since,
  version,
  onEdit,
}: {
  stabled: HorseWithRides;
  ridesShown: number;
  /** Whether it is asked how the latest ride compares with what is usual. */
  isCompared: boolean;
  /** What was computed after it is new; ms since 1970, null where nothing is. */
  since: number | null;
  /** Another one compares again. */
  version: string;
  onEdit: () => void;
}) {
  return (
    <section className="card horse-card" aria-labelledby={`horse-${horse.id}`}>
      <div className="head">
        <div>
          <div className="name">
            <h2 id={`horse-${horse.id}`}>
              <Link to={addresses.horse(horse.id)}>{horse.name}</Link>
            </h2>
            {horse.demo && <span className="badge">{words.demo}</span>}
          </div>
          <HorseLine horse={horse} />
        </div>
        <button
          type="button"
          className="button quiet square"
          aria-label={words.edit(horse.name)}
          title={words.edit(horse.name)}
          onClick={onEdit}
        >
          <Icon name="edit" />
        </button>
      </div>
      {isCompared ? (
        <HowItGoes horse={horse} latest={rides[0]} version={version} />
      ) : (
        rides.length === 0 && <p className="small soft">{words.noRides}</p>
      )}
      {rides.length > 0 && (
        <ul className="ride-rows">
          {rides.slice(0, ridesShown).map((session) => (
            <li key={session.id}>
              <RideRow session={session} timeZone={horse.timeZone} isNew={isNew(session, since)} />
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {!horse.archived && (
          <Link className="button" to={addresses.upload(horse.id)}>
            <Icon name="upload" /> {words.upload}
          </Link>
        )}
        {rides.length > 1 && (
          <Link className="button quiet" to={addresses.trends(horse.id)}>
            {words.trends}
          </Link>
        )}
        {(hasMore || rides.length > ridesShown) && (
          <Link className="button quiet" to={addresses.horse(horse.id)}>
            {words.allRides}
          </Link>
        )}
      </div>
    </section>
  );
}

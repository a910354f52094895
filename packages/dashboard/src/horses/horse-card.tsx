import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { Icon } from '../pieces/icon.tsx';
import { RideRow } from '../pieces/ride-row.tsx';
import { HorseLine } from './horse-line.tsx';
import type { HorseWithRides } from './load-stable.ts';
import { words } from './words.ts';

/** A horse with its latest rides. */
export function HorseCard({
  stabled: { horse, rides, hasMore },
  onEdit,
}: {
  stabled: HorseWithRides;
  onEdit: () => void;
}) {
  return (
    <section className="card horse-card" aria-labelledby={`horse-${horse.id}`}>
      <div className="head">
        <div>
          <h2 id={`horse-${horse.id}`}>
            <Link to={addresses.horse(horse.id)}>{horse.name}</Link>
          </h2>
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
      {rides.length === 0 ? (
        <p className="small soft">{words.noRides}</p>
      ) : (
        <ul className="ride-rows">
          {rides.map((session) => (
            <li key={session.id}>
              <RideRow session={session} timeZone={horse.timeZone} />
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
        {hasMore && (
          <Link className="button quiet" to={addresses.horse(horse.id)}>
            {words.allRides}
          </Link>
        )}
      </div>
    </section>
  );
}

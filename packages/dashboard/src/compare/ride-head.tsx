import type { ListedSession } from '@piaffe/client';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { exactDuration } from '../format/times.ts';
import { Field } from '../pieces/field.tsx';
import { rideName } from '../ride/ride-name.ts';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { words as trendWords } from '../trends/words.ts';
import type { ComparedRide } from './load-compared.ts';
import { words } from './words.ts';

/** One of the two rides, and the choice of another one in its place. */
export function RideHead({
  letter,
  ride,
  choices,
  other,
  onChoose,
}: {
  letter: 'A' | 'B';
  ride: ComparedRide | null;
  choices: readonly ListedSession[];
  /** The ride on the other side. */
  other: string | null;
  onChoose: (session: string) => void;
}) {
  const isListed = choices.some(({ id }) => id === ride?.session.id);
  const zone = ride?.horse.timeZone ?? 'UTC';
  return (
    <section className="card stack-tight" aria-label={words.rideLetter(letter)}>
      <p className="small">
        <span className="letter" aria-hidden="true">
          {letter}
        </span>{' '}
        {ride ? (
          <Link to={addresses.session(ride.session.id)}>
            <strong>{ride.horse.name}</strong>, {rideName(ride.session, zone)}
          </Link>
        ) : (
          <strong>{words.chooseOther}</strong>
        )}
      </p>
      {ride && <p className="small soft">{contextText(ride)}</p>}
      <Field label={words.rideLetter(letter)}>
        {(control) => (
          <select
            {...control}
            value={ride?.session.id ?? ''}
            onChange={({ target }) => onChoose(target.value)}
          >
            {ride === null && <option value="">{words.choose}</option>}
            {ride !== null && !isListed && (
              <option value={ride.session.id}>{rideName(ride.session, zone)}</option>
            )}
            {choices
              .filter(({ id }) => id !== other)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {[rideName(one, zone), one.context.type && rideTypes.show(one.context.type)]
                    .filter(Boolean)
                    .join(' · ')}
                </option>
              ))}
          </select>
        )}
      </Field>
    </section>
  );
}

function contextText({ session: { context }, rider, result }: ComparedRide): string {
  return [
    result && exactDuration(result.recording.durationSeconds),
    context.type && rideTypes.show(context.type),
    context.surface && surfaces.show(context.surface),
    context.rider && (rider?.name ?? trendWords.riderNotKnown),
  ]
    .filter(Boolean)
    .join(' · ');
}

import type { Horse, ListedSession } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useAction } from '../app/use-action.ts';
import { useEvents } from '../app/use-events.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { RideRow } from '../pieces/ride-row.tsx';
import { HorseForm } from './horse-form.tsx';
import { HorseLine } from './horse-line.tsx';
import { words } from './words.ts';

interface Shown {
  readonly horse: Horse;
  readonly rides: readonly ListedSession[];
  readonly next: string | null;
}

/** One horse with all its rides, the latest first. */
export function HorsePage({ horse: id }: { horse: string }) {
  const path = { horse: id };
  const page = useLoaded<Shown>(`horse ${id}`, async (signal) => {
    const [horse, { items, next }] = await Promise.all([
      api.get('/horses/{horse}', { params: { path }, signal }),
      api.get('/sessions', { params: { query: { horse: id } }, signal }),
    ]);
    return { horse, rides: items, next };
  });
  const [isEdited, setIsEdited] = useState(false);
  const { busy, problem, run } = useAction();
  usePageTitle(page.state === 'ready' ? page.value.horse.name : '');
  useEvents(null, ({ session, horse, state }) => {
    if (page.state !== 'ready' || horse !== id) return;
    const ride = page.value.rides.find((one) => one.id === session);
    if (ride ? ride.state !== state : page.value.next === null) page.reload();
  });

  if (page.state === 'loading') return <Loading shapes={4} />;
  if (page.state === 'failed') return <ProblemNote problem={page.problem} retry={page.reload} />;
  const { horse, rides, next } = page.value;
  const more = async () => {
    const query = { horse: id, ...(next === null ? {} : { after: next }) };
    const answer = await api.get('/sessions', { params: { query } });
    page.show({ horse, rides: [...rides, ...answer.items], next: answer.next });
  };
  return (
    <>
      <div className="page-head">
        <div>
          <Link className="back" to={addresses.horses}>
            <Icon name="back" size={16} /> {words.title}
          </Link>
          <h1>{horse.name}</h1>
          <HorseLine horse={horse} />
        </div>
        <div className="buttons">
          {!horse.archived && (
            <Link className="button main" to={addresses.upload(horse.id)}>
              <Icon name="upload" /> {words.upload}
            </Link>
          )}
          <button type="button" className="button" onClick={() => setIsEdited(true)}>
            <Icon name="edit" /> {words.editTitle}
          </button>
        </div>
      </div>
      <section className="card">
        {rides.length === 0 && <p className="soft">{words.noRides}</p>}
        <ul className="ride-rows">
          {rides.map((ride) => (
            <li key={ride.id}>
              <RideRow session={ride} timeZone={horse.timeZone} />
            </li>
          ))}
        </ul>
        {problem && <ProblemNote problem={problem} />}
        {next !== null && (
          <button type="button" className="button" aria-disabled={busy} onClick={() => run(more)}>
            {words.moreRides}
          </button>
        )}
      </section>
      {isEdited && (
        <HorseForm
          horse={horse}
          onClose={() => setIsEdited(false)}
          onDone={(changed) => {
            page.show({ ...page.value, horse: changed });
            setIsEdited(false);
          }}
        />
      )}
    </>
  );
}

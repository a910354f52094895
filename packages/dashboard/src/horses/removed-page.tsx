import type { Horse, ListedSession } from '@piaffe/client';
import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { usePageTitle } from '../app/navigation.tsx';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { longDate, ownTimeZone } from '../format/dates.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { RideRow } from '../pieces/ride-row.tsx';
import { loadHorses } from './load-stable.ts';
import { words } from './words.ts';

/** What was removed and can still be brought back. */
export function RemovedPage() {
  usePageTitle(words.removedTitle);
  const page = useLoaded('removed', async (signal) => {
    const [rides, present, archived] = await Promise.all([
      everyPage((after) =>
        api.get('/sessions', {
          params: { query: { removed: true, limit: 200, ...(after === undefined ? {} : { after }) } },
          signal,
        }),
      ),
      loadHorses({ signal }),
      loadHorses({ archived: true, signal }),
    ]);
    return { rides, horses: [...present, ...archived] };
  });
  return (
    <>
      <div className="stack-tight">
        <h1>{words.removedTitle}</h1>
        <p className="soft">{words.removedLead}</p>
      </div>
      {page.state === 'loading' && <Loading />}
      {page.state === 'failed' && <ProblemNote problem={page.problem} retry={page.reload} />}
      {page.state === 'ready' && (
        <section className="card">
          {page.value.rides.length === 0 && <p className="soft">{words.noneRemoved}</p>}
          <ul className="removed-rows">
            {page.value.rides.map((ride) => (
              <RemovedRow
                key={ride.id}
                ride={ride}
                horse={page.value.horses.find(({ id }) => id === ride.horse) ?? null}
                onRestored={page.reload}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RemovedRow({
  ride,
  horse,
  onRestored,
}: {
  ride: ListedSession;
  horse: Horse | null;
  onRestored: () => void;
}) {
  const { busy, problem, run } = useAction();
  const timeZone = horse?.timeZone ?? ownTimeZone();
  const restore = async () => {
    await api.post('/sessions/{session}/restore', { params: { path: { session: ride.id } } });
    onRestored();
  };
  return (
    <li>
      <div className="stack-tight">
        <p className="small">
          <strong>{horse?.name}</strong>{' '}
          {ride.purgedAt && <span className="soft">{words.goneOn(longDate(ride.purgedAt, timeZone))}</span>}
        </p>
        <RideRow session={ride} timeZone={timeZone} />
        {problem && <ProblemNote problem={problem} />}
      </div>
      <button type="button" className="button" aria-disabled={busy} onClick={() => run(restore)}>
        <Icon name="undo" /> {words.restore}
      </button>
    </li>
  );
}

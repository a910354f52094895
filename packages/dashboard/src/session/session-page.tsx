import type { Session } from '@piaffe/client';
import { useState } from 'react';
import { usePageTitle } from '../app/navigation.tsx';
import { useEvents } from '../app/use-events.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Loading } from '../pieces/loading.tsx';
import { LostNote } from '../pieces/lost-note.tsx';
import { lostWith } from '../pieces/lost-with.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { rideName } from '../ride/ride-name.ts';
import { Actions } from './actions/actions.tsx';
import { Companions } from './companions/companions.tsx';
import { loadAdded, loadResult, loadSession, loadUsual } from './load-session.ts';
import { NotThere } from './not-there.tsx';
import { AddedMetrics } from './parts/added-metrics.tsx';
import { Provenance } from './parts/provenance.tsx';
import { Ride } from './ride.tsx';
import { SessionHead } from './session-head.tsx';
import { SessionState } from './session-state.tsx';
import type { Task } from './timeline/timeline.tsx';
import { UsualProvider } from './usual/usual-context.tsx';

/** One ride. It fills by itself as its analysis goes on. */
export function SessionPage({ session: id }: { session: string }) {
  const page = useLoaded(`session ${id}`, (signal) => loadSession(id, signal));
  const session = page.state === 'ready' ? page.value.session : null;
  const computed = session?.computed?.at ?? null;
  const result = useLoaded(
    `result ${id}`,
    (signal) => (computed === null ? Promise.resolve(null) : loadResult(id, signal)),
    `${computed}`,
  );
  const horseId = session?.horse ?? null;
  // Where trends are away, the ride is shown without what is usual.
  const usual = useLoaded(
    `usual ${id} ${horseId}`,
    (signal) =>
      computed === null || horseId === null ? Promise.resolve(null) : loadUsual(horseId, id, signal),
    `${computed}`,
  );
  const added = useLoaded(
    `added ${id}`,
    (signal) => (computed === null ? Promise.resolve(null) : loadAdded(id, signal)),
    `${computed}`,
  );
  const [task, setTask] = useState<Task>(null);
  usePageTitle(
    page.state === 'ready'
      ? `${page.value.horse.name}, ${rideName(page.value.session, page.value.horse.timeZone)}`
      : '',
  );
  useEvents(id, ({ state, progress, reason }) => {
    if (page.state !== 'ready' || session === null) return;
    // Plugins are asked behind the result, and have no event of their own.
    if (state === 'done') added.reload();
    if (state !== session.state) page.reload();
    else page.show({ ...page.value, session: { ...session, progress, reason } });
  });

  if (page.state === 'loading') return <Loading shapes={5} />;
  if (page.state === 'failed' && page.problem.code === 'session-not-found') return <NotThere />;
  if (page.state === 'failed') return <ProblemNote problem={page.problem} retry={page.reload} />;
  const { session: ride, horse, rider } = page.value;
  const changed = (next: Session) => {
    page.show({ ...page.value, session: next });
    page.reload();
  };
  const startTrimming = () => {
    setTask('trim');
    document.getElementById('timeline')?.scrollIntoView({ block: 'start' });
  };
  const shown = result.state === 'ready' ? result.value : null;
  return (
    <>
      <SessionHead session={ride} horse={horse} rider={rider}>
        {ride.removedAt === null && (
          <Actions session={ride} horse={horse} onChanged={changed} onTrim={shown ? startTrimming : null} />
        )}
      </SessionHead>
      <LostNote degraded={ride.degraded} />
      <LostNote degraded={shown?.result.degraded} />
      <SessionState session={ride} timeZone={horse.timeZone} onChanged={changed} />
      {result.state === 'failed' && <ProblemNote problem={result.problem} retry={result.reload} />}
      {(result.state === 'loading' || isAwaited(ride)) && <Loading shapes={5} className="tiles" />}
      {shown && (
        <UsualProvider value={usual.state === 'ready' ? usual.value : null}>
          <Ride
            session={ride}
            result={shown.result}
            series={shown.series}
            horse={horse}
            task={task}
            onTask={setTask}
            onChanged={changed}
            onNotes={page.reload}
          />
          {usual.state === 'failed' && lostWith(usual.problem) !== null && (
            <ProblemNote problem={usual.problem} retry={usual.reload} />
          )}
          {added.state === 'ready' && added.value && <AddedMetrics added={added.value} />}
        </UsualProvider>
      )}
      {result.state === 'ready' && !shown && (
        <>
          {ride.state !== 'queued' && ride.state !== 'running' && (
            <Companions session={ride} onChanged={changed} />
          )}
          <Provenance session={ride} result={null} timeZone={horse.timeZone} />
        </>
      )}
    </>
  );
}

/** Whether its numbers are still to come for the first time. */
function isAwaited({ state, computed }: Session): boolean {
  return computed === null && (state === 'queued' || state === 'running');
}

import type { Horse, RideContext } from '@piaffe/client';
import { useState } from 'react';
import { Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useDegraded } from '../app/use-degraded.ts';
import { useEvents } from '../app/use-events.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { loadHorses } from '../horses/load-stable.ts';
import { Loading } from '../pieces/loading.tsx';
import { LostNote } from '../pieces/lost-note.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { lastHorse } from './last-horse.ts';
import { UploadForm } from './upload-form.tsx';
import { UploadRow } from './upload-row.tsx';
import { isOnTheWay, uploads, useUploads } from './use-uploads.ts';
import { words } from './words.ts';

const nothingSaid: RideContext = { type: null, surface: null, rider: null, mount: null };

/** Hands in recordings, and tells of each what became of it. */
export function UploadPage({ horse: asked }: { horse: string | null }) {
  usePageTitle(words.title);
  const horses = useLoaded('horses', (signal) => loadHorses({ signal }));
  const [chosen, setChosen] = useState<string | null>(asked ?? lastHorse.get());
  const [context, setContext] = useState(nothingSaid);
  const [start, setStart] = useState('');
  const items = useUploads();
  useEvents(null, uploads.tell);
  const lost = useDegraded('uploads', 'analysis');

  const horse = horses.state === 'ready' ? horseFor(horses.value, chosen) : null;
  return (
    <>
      <h1>{words.title}</h1>
      <LostNote degraded={lost} />
      {horses.state === 'loading' && <Loading shapes={2} />}
      {horses.state === 'failed' && <ProblemNote problem={horses.problem} retry={horses.reload} />}
      {horses.state === 'ready' && !horse && (
        <div className="note">
          <p className="words">{words.noHorses}</p>
          <Link className="button main" to={addresses.horses}>
            {words.toHorses}
          </Link>
        </div>
      )}
      {horses.state === 'ready' && horse && (
        <UploadForm
          horses={horses.value}
          horse={horse}
          onHorse={(id) => {
            lastHorse.set(id);
            setChosen(id);
          }}
          context={context}
          onContext={(changes) => setContext((present) => ({ ...present, ...changes }))}
          start={start}
          onStart={setStart}
        />
      )}
      {items.length > 0 && (
        <section className="card" aria-labelledby="files">
          <div className="section-head">
            <h2 id="files">{words.files}</h2>
            {!items.every(isOnTheWay) && (
              <button type="button" className="button quiet" onClick={uploads.clear}>
                {words.clear}
              </button>
            )}
          </div>
          <ul className="upload-rows">
            {items.map((item) => (
              <UploadRow key={item.id} item={item} horses={horses.state === 'ready' ? horses.value : []} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function horseFor(horses: readonly Horse[], id: string | null): Horse | null {
  return horses.find((horse) => horse.id === id) ?? horses[0] ?? null;
}

import type { Horse } from '@piaffe/client';
import { lazy, Suspense, useState } from 'react';
import { api } from '../app/api.ts';
import { goTo, Link, usePageTitle } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { Menu } from '../pieces/menu.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import '../styles/horse.css';
import { Calendar } from './calendar/calendar.tsx';
import { DeleteHorse } from './delete-horse.tsx';
import { HorseEvents } from './events/horse-events.tsx';
import { HorseForm } from './horse-form.tsx';
import { HorseLine } from './horse-line.tsx';
import { RideList } from './rides/ride-list.tsx';
import { words } from './words.ts';

const Glance = lazy(async () => ({ default: (await import('../trends/glance.tsx')).Glance }));

/** One horse: how it has been going lately, its rides by day and as a list, and what happened to it. */
export function HorsePage({ horse: id }: { horse: string }) {
  const page = useLoaded<Horse>(`horse ${id}`, (signal) =>
    api.get('/horses/{horse}', { params: { path: { horse: id } }, signal }),
  );
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  usePageTitle(page.state === 'ready' ? page.value.name : '');

  if (page.state === 'loading') return <Loading shapes={4} />;
  if (page.state === 'failed') return <ProblemNote problem={page.problem} retry={page.reload} />;
  const horse = page.value;
  return (
    <>
      <div className="page-head">
        <div>
          <Link className="back" to={addresses.horses}>
            <Icon name="back" size={16} /> {words.title}
          </Link>
          <h1>
            {horse.name} {horse.demo && <span className="badge">{words.demo}</span>}
          </h1>
          <HorseLine horse={horse} />
        </div>
        <div className="buttons">
          {!horse.archived && (
            <Link className="button main" to={addresses.upload(horse.id)}>
              <Icon name="upload" /> {words.upload}
            </Link>
          )}
          <Link className="button" to={addresses.trends(horse.id)}>
            <Icon name="up" /> {words.trends}
          </Link>
          <Menu label={words.more} className="button square" button={<Icon name="more" />}>
            <button type="button" className="entry" onClick={() => setDialog('edit')}>
              <Icon name="edit" /> {words.editTitle}
            </button>
            <button type="button" className="entry" onClick={() => setDialog('delete')}>
              <Icon name="remove" /> {words.deleteForGood}
            </button>
          </Menu>
        </div>
      </div>
      <Suspense fallback={<Loading shapes={1} />}>
        <Glance horse={horse} />
      </Suspense>
      <div className="horse-parts">
        <div className="column">
          <Calendar horse={horse} />
          <HorseEvents horse={horse} />
        </div>
        <RideList horse={horse} />
      </div>
      {dialog === 'edit' && (
        <HorseForm
          horse={horse}
          onClose={() => setDialog(null)}
          onDone={(changed) => {
            page.show(changed);
            setDialog(null);
          }}
        />
      )}
      {dialog === 'delete' && (
        <DeleteHorse horse={horse} onClose={() => setDialog(null)} onDone={() => goTo(addresses.horses)} />
      )}
    </>
  );
}

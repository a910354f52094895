import type { Horse, HorseEvent } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { everyPage } from '../../app/every-page.ts';
import { useAction } from '../../app/use-action.ts';
import { useLoaded } from '../../app/use-loaded.ts';
import { longDate } from '../../format/dates.ts';
import { Icon } from '../../pieces/icon.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { EventForm } from './event-form.tsx';

/** What happened to a horse and may show in its numbers: each is a line in its trends. */
export function HorseEvents({ horse }: { horse: Horse }) {
  const path = { horse: horse.id };
  const events = useLoaded(`events ${horse.id}`, (signal) =>
    everyPage((after) =>
      api.get('/horses/{horse}/events', {
        params: { path, query: { limit: 200, ...(after === undefined ? {} : { after }) } },
        signal,
      }),
    ),
  );
  const [form, setForm] = useState<{ event: HorseEvent | null } | null>(null);
  const { busy, problem, run } = useAction();
  const remove = async (event: HorseEvent) => {
    await api.delete('/horses/{horse}/events/{event}', { params: { path: { ...path, event: event.id } } });
    events.reload();
  };
  return (
    <section className="card stack-tight" aria-labelledby="events">
      <div className="calendar-head">
        <h2 id="events">{words.events}</h2>
        <button type="button" className="button" onClick={() => setForm({ event: null })}>
          <Icon name="add" /> {words.addEvent}
        </button>
      </div>
      <p className="small soft">{words.eventsHelp}</p>
      {events.state === 'loading' && <Loading shapes={1} />}
      {events.state === 'failed' && <ProblemNote problem={events.problem} retry={events.reload} />}
      {problem && <ProblemNote problem={problem} />}
      {events.state === 'ready' && (
        <ul className="horse-events">
          {events.value.map((event) => (
            <li key={event.id}>
              <p>
                <strong>{words.eventKinds[event.kind]}</strong>{' '}
                <span className="soft">{longDate(event.at, horse.timeZone)}</span>
                {event.text !== '' && <span className="text"> {event.text}</span>}
              </p>
              <div className="note-buttons">
                <button
                  type="button"
                  className="button quiet square"
                  aria-label={words.editEvent(
                    words.eventKinds[event.kind],
                    longDate(event.at, horse.timeZone),
                  )}
                  onClick={() => setForm({ event })}
                >
                  <Icon name="edit" size={18} />
                </button>
                <button
                  type="button"
                  className="button quiet square"
                  aria-label={words.removeEvent(
                    words.eventKinds[event.kind],
                    longDate(event.at, horse.timeZone),
                  )}
                  aria-disabled={busy}
                  onClick={() => run(() => remove(event))}
                >
                  <Icon name="remove" size={18} />
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {form && (
        <EventForm
          horse={horse}
          event={form.event}
          onClose={() => setForm(null)}
          onDone={() => {
            setForm(null);
            events.reload();
          }}
        />
      )}
    </section>
  );
}

import type { HorseEvent, Session, SessionResult } from '@piaffe/client';
import { shortDate } from '../format/dates.ts';
import { clock } from '../format/times.ts';
import { offsetOf } from '../session/ride-time.ts';
import { words as trendWords } from '../trends/words.ts';
import { words } from './words.ts';

/** As many as leave the report one page. */
const most = 4;

/** Notes of the ride, and what happened to the horse before it. */
export function Remembered({
  session,
  result,
  events,
  timeZone,
}: {
  session: Session;
  result: SessionResult;
  events: readonly HorseEvent[];
  timeZone: string;
}) {
  const offset = offsetOf(result);
  const notes = session.notes.toSorted((a, b) => (a.at ?? -1) - (b.at ?? -1));
  if (notes.length + events.length === 0) return null;
  return (
    <section className="remembered" aria-label={words.notesAndEvents}>
      {notes.length > 0 && (
        <div>
          <h2>{words.notes}</h2>
          <ul>
            {notes.slice(0, most).map(({ id, at, text }) => (
              <li key={id}>
                {at !== null && <strong className="numbers">{clock(at - offset)} </strong>}
                {text}
              </li>
            ))}
          </ul>
          {notes.length > most && <p className="soft">{words.moreNotes(notes.length - most)}</p>}
        </div>
      )}
      {events.length > 0 && (
        <div>
          <h2>{words.before}</h2>
          <ul>
            {events.slice(0, most).map(({ id, at, kind, text }) => (
              <li key={id}>
                <strong>
                  {shortDate(at, timeZone)}, {trendWords.events[kind]}
                </strong>{' '}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

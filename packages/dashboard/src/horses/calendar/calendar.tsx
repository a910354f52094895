import type { Horse, ListedSession } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { everyPage } from '../../app/every-page.ts';
import { changeQuery, Link, useQuery } from '../../app/navigation.tsx';
import { addresses } from '../../app/route.ts';
import { useEvents } from '../../app/use-events.ts';
import { useLoaded } from '../../app/use-loaded.ts';
import { timeOfDay } from '../../format/dates.ts';
import { duration } from '../../format/times.ts';
import { locale } from '../../language/language.ts';
import { GaitBar } from '../../pieces/gait-bar.tsx';
import { Icon } from '../../pieces/icon.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { words } from '../words.ts';
import { around, dayIn, laterMonth, weeksOf } from './month.ts';

/** Of any week. */
const mondayToSunday = weeksOf('2024-01')[0]?.filter((day) => day !== null) ?? [];

/** The rides of a month, day by day. A day without one is not known to have been a day of rest. */
export function Calendar({ horse }: { horse: Horse }) {
  const query = useQuery();
  const today = dayIn(horse.timeZone, new Date());
  const asked = query.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const rides = useLoaded(
    `calendar ${horse.id}`,
    (signal) =>
      everyPage((after) =>
        api.get('/sessions', {
          params: {
            query: {
              horse: horse.id,
              ...around(month),
              limit: 200,
              ...(after === undefined ? {} : { after }),
            },
          },
          signal,
        }),
      ),
    month,
  );
  useEvents(null, ({ horse: of, kind }) => {
    if (of === horse.id && kind !== 'progress') rides.reload();
  });
  const show = (next: string) => {
    query.set('month', next);
    changeQuery(query);
  };
  const byDay = new Map<string, ListedSession[]>();
  for (const ride of rides.state === 'ready' ? rides.value : []) {
    const day = dayIn(horse.timeZone, ride.startedAt ?? ride.receivedAt);
    byDay.set(day, [...(byDay.get(day) ?? []), ride]);
  }
  const monthName = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  return (
    <section className="card calendar" aria-labelledby="calendar">
      <div className="calendar-head">
        <h2 id="calendar">{monthName.format(new Date(`${month}-15T00:00:00Z`))}</h2>
        <div className="buttons">
          <button
            type="button"
            className="button quiet square"
            aria-label={words.monthBefore}
            title={words.monthBefore}
            onClick={() => show(laterMonth(month, -1))}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            className="button quiet square mirrored"
            aria-label={words.monthAfter}
            title={words.monthAfter}
            disabled={month >= today.slice(0, 7)}
            onClick={() => show(laterMonth(month, 1))}
          >
            <Icon name="back" />
          </button>
        </div>
      </div>
      {rides.state === 'failed' && <ProblemNote problem={rides.problem} retry={rides.reload} />}
      <table aria-busy={rides.state === 'loading'}>
        <thead>
          <tr>
            {mondayToSunday.map((day) => (
              <th key={day} scope="col" className="tiny soft">
                {weekdays.format(new Date(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, weekday) => (
                <td key={day ?? `none ${weekday}`} className={day === today ? 'today' : undefined}>
                  {day !== null && <Day day={day} rides={byDay.get(day) ?? []} timeZone={horse.timeZone} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tiny soft">{words.calendarHonesty}</p>
    </section>
  );
}

function Day({ day, rides, timeZone }: { day: string; rides: readonly ListedSession[]; timeZone: string }) {
  return (
    <>
      <span className="tiny numbers">{Number(day.slice(-2))}</span>
      {rides.map((ride) => (
        <Link key={ride.id} to={addresses.session(ride.id)} className="day-ride">
          <span className="for-screen-readers">
            {words.rideAt(timeOfDay(ride.startedAt ?? ride.receivedAt, timeZone))}
          </span>
          {ride.overview ? (
            <>
              <GaitBar times={ride.overview.gaits} />
              <span className="tiny numbers day-length">{duration(ride.overview.durationSeconds)}</span>
            </>
          ) : (
            <Icon name={ride.state === 'queued' || ride.state === 'running' ? 'wait' : 'warn'} size={18} />
          )}
        </Link>
      ))}
    </>
  );
}

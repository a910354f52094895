import type { Horse, ListedSession } from '@piaffe/client';
import { api } from '../../app/api.ts';
import { changeQuery, useQuery } from '../../app/navigation.tsx';
import { useAction } from '../../app/use-action.ts';
import { useEvents } from '../../app/use-events.ts';
import { useLoaded } from '../../app/use-loaded.ts';
import { Field } from '../../pieces/field.tsx';
import { Loading } from '../../pieces/loading.tsx';
import { ProblemNote } from '../../pieces/problem-note.tsx';
import { RideRow } from '../../pieces/ride-row.tsx';
import { loadRiders } from '../../pieces/rider-select.tsx';
import { rideTypes, type Suggestions, surfaces } from '../../ride/suggestions.ts';
import { words } from '../words.ts';
import { askedRides, rideFiltersOf, states, withFilters } from './ride-filters.ts';

interface Shown {
  readonly rides: readonly ListedSession[];
  readonly next: string | null;
}

/** All rides of a horse, the latest first, or those that fit. */
export function RideList({ horse }: { horse: Horse }) {
  const query = useQuery();
  const filters = rideFiltersOf(query);
  const asked = { horse: horse.id, ...askedRides(filters) };
  const list = useLoaded<Shown>(
    `rides ${horse.id}`,
    async (signal) => {
      const { items, next } = await api.get('/sessions', { params: { query: asked }, signal });
      return { rides: items, next };
    },
    JSON.stringify(asked),
  );
  const riders = useLoaded('riders', loadRiders);
  const { busy, problem, run } = useAction();
  useEvents(null, ({ session, horse: of, state }) => {
    if (list.state !== 'ready' || of !== horse.id) return;
    const ride = list.value.rides.find(({ id }) => id === session);
    if (ride ? ride.state !== state : list.value.next === null) list.reload();
  });
  const choose = (changes: Parameters<typeof withFilters>[1]) => changeQuery(withFilters(query, changes));
  const isFiltered = Object.values(filters).some((value) => value !== null);
  const more = async ({ rides, next }: Shown) => {
    const answer = await api.get('/sessions', {
      params: { query: { ...asked, ...(next === null ? {} : { after: next }) } },
    });
    list.show({ rides: [...rides, ...answer.items], next: answer.next });
  };
  return (
    <section className="card stack" aria-labelledby="rides">
      <h2 id="rides">{words.rides}</h2>
      <search className="filters">
        <Said
          label={words.type}
          all={words.everyType}
          known={rideTypes}
          value={filters.type}
          onChoose={(type) => choose({ type })}
        />
        <Said
          label={words.surface}
          all={words.everySurface}
          known={surfaces}
          value={filters.surface}
          onChoose={(surface) => choose({ surface })}
        />
        <Field label={words.rider}>
          {(control) => (
            <select
              {...control}
              value={filters.rider ?? ''}
              onChange={({ target }) => choose({ rider: target.value || null })}
            >
              <option value="">{words.everyRider}</option>
              {riders.state === 'ready' &&
                riders.value.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label={words.state}>
          {(control) => (
            <select
              {...control}
              value={filters.state ?? ''}
              onChange={({ target }) =>
                choose({ state: states.find((state) => state === target.value) ?? null })
              }
            >
              <option value="">{words.everyState}</option>
              {states.map((state) => (
                <option key={state} value={state}>
                  {words.states[state]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      {list.state === 'loading' && <Loading shapes={4} />}
      {list.state === 'failed' && <ProblemNote problem={list.problem} retry={list.reload} />}
      {list.state === 'ready' && (
        <>
          {list.value.rides.length === 0 && (
            <p className="soft">{isFiltered ? words.noneFits : words.noRides}</p>
          )}
          <ul className="ride-rows">
            {list.value.rides.map((ride) => (
              <li key={ride.id}>
                <RideRow session={ride} timeZone={horse.timeZone} />
              </li>
            ))}
          </ul>
          {problem && <ProblemNote problem={problem} />}
          {list.value.next !== null && (
            <button
              type="button"
              className="button"
              aria-disabled={busy}
              onClick={() => run(() => more(list.value))}
            >
              {words.moreRides}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** A choice of what people say of rides: what is usual, and what is asked for already. */
function Said({
  label,
  all,
  known,
  value,
  onChoose,
}: {
  label: string;
  all: string;
  known: Suggestions;
  value: string | null;
  onChoose: (value: string | null) => void;
}) {
  const options = [...new Set([...known.shown.map(known.keep), ...(value === null ? [] : [value])])];
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {known.show(option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

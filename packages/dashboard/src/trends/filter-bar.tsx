import type { Rider, HorseTrend as Trend } from '@piaffe/client';
import { Field } from '../pieces/field.tsx';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { type Filters, periods } from './filters.ts';
import { words } from './words.ts';

/** Which sessions count: what is chosen stands in the address. */
export function FilterBar({
  trend: { groups },
  riders,
  filters,
  onChoose,
}: {
  trend: Pick<Trend, 'groups'>;
  riders: readonly Rider[];
  filters: Filters;
  onChoose: (changes: Partial<Filters>) => void;
}) {
  const there = (name: 'type' | 'surface' | 'rider') => {
    const values = [filters[name], ...groups.map((group) => group[name])];
    return [...new Set(values.filter((value) => value !== null))].sort();
  };
  const nameOf = (id: string) => riders.find((rider) => rider.id === id)?.name ?? words.riderNotKnown;
  const selects = [
    {
      name: 'type',
      all: words.everyType,
      options: there('type').map((value) => [value, rideTypes.show(value)] as const),
    },
    {
      name: 'surface',
      all: words.everySurface,
      options: there('surface').map((value) => [value, surfaces.show(value)] as const),
    },
    { name: 'rider', all: words.everyRider, options: there('rider').map((id) => [id, nameOf(id)] as const) },
  ] as const;
  return (
    <search className="filters">
      <Field label={words.period}>
        {(control) => (
          <select
            {...control}
            value={filters.period}
            onChange={({ target }) =>
              onChoose({ period: periods.find((one) => one === target.value) ?? 'all' })
            }
          >
            {periods.map((period) => (
              <option key={period} value={period}>
                {words.periods[period]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {selects.map(({ name, all, options }) => (
        <Field key={name} label={words.filters[name]}>
          {(control) => (
            <select
              {...control}
              value={filters[name] ?? ''}
              onChange={({ target }) => onChoose({ [name]: target.value === '' ? null : target.value })}
            >
              <option value="">{all}</option>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </search>
  );
}

import type { Horse, Rider, HorseTrend as Trend } from '@piaffe/client';
import { useMemo } from 'react';
import { addressOf, api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { changeQuery, Link, usePageTitle, useQuery } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import '../styles/trends.css';
import { ChangingList } from './changing-list.tsx';
import { timeSpan } from './chart/plot.ts';
import { FilterBar } from './filter-bar.tsx';
import { asked, type Filters, filtersOf, queryOf } from './filters.ts';
import { LargeMetric } from './large-metric.tsx';
import { OutOfRangeList } from './out-of-range-list.tsx';
import { SmallMultiples } from './small-multiples.tsx';
import { WeeklyLoad } from './weekly-load.tsx';
import { WeeklyReins } from './weekly-reins.tsx';
import { words } from './words.ts';

interface Shown {
  readonly horse: Horse;
  readonly riders: readonly Rider[];
  readonly trend: Trend;
}

/** The track record of one horse: one metric large, all of them small, what stands out, and how much was done. */
export function TrendsPage({ horse: id }: { horse: string }) {
  const query = useQuery();
  const filters = filtersOf(query);
  const wanted = JSON.stringify(asked(filters, new Date()));
  const page = useLoaded<Shown>(`trends ${id}`, (signal) => load(id, JSON.parse(wanted), signal), wanted);
  usePageTitle(page.state === 'ready' ? words.titleOf(page.value.horse.name) : words.title);
  const choose = (changes: Partial<Filters>) => changeQuery(queryOf({ ...filters, ...changes }));

  const span = useMemo(
    () => page.state === 'ready' && timeSpan(page.value.trend, JSON.parse(wanted).from, new Date()),
    [page, wanted],
  );
  if (page.state === 'loading') return <Loading shapes={5} />;
  if (page.state === 'failed') return <ProblemNote problem={page.problem} retry={page.reload} />;
  const { horse, riders, trend } = page.value;
  const metric = trend.metrics.find((one) => one.metric === filters.metric) ?? trend.metrics[0];
  const shown = { trend, timeZone: horse.timeZone };
  return (
    <>
      <div className="page-head">
        <div>
          <Link className="back" to={addresses.horse(horse.id)}>
            <Icon name="back" size={16} /> {horse.name}
          </Link>
          <h1>{words.titleOf(horse.name)}</h1>
        </div>
      </div>
      <FilterBar trend={trend} riders={riders} filters={filters} onChoose={choose} />
      {metric === undefined || span === false || trend.sessions.length === 0 ? (
        <section className="card stack">
          <h2>{words.nothingTitle}</h2>
          <p>{isFiltered(filters) ? words.nothingFiltered : words.nothingYet}</p>
          <p>
            <Link className="button" to={addresses.upload(horse.id)}>
              <Icon name="upload" /> {words.upload}
            </Link>
          </p>
        </section>
      ) : (
        <>
          <LargeMetric {...shown} metric={metric} span={span} riders={riders} horse={horse} />
          <ChangingList trend={trend} onChoose={(metric) => choose({ metric })} />
          <OutOfRangeList {...shown} horse={horse} onChoose={(metric) => choose({ metric })} />
          <SmallMultiples
            {...shown}
            span={span}
            chosen={metric.metric}
            onChoose={(metric) => choose({ metric })}
          />
          <WeeklyLoad load={trend.load} />
          <WeeklyReins load={trend.load} />
          <Downloads horse={horse.id} wanted={JSON.parse(wanted)} version={trend.algorithm} />
        </>
      )}
    </>
  );
}

function isFiltered({ period, type, surface, rider }: Filters): boolean {
  return period !== 'all' || type !== null || surface !== null || rider !== null;
}

async function load(id: string, query: ReturnType<typeof asked>, signal: AbortSignal): Promise<Shown> {
  const path = { horse: id };
  const [horse, trend, riders] = await Promise.all([
    api.get('/horses/{horse}', { params: { path }, signal }),
    api.get('/horses/{horse}/trends', { params: { path, query }, signal }),
    everyPage((after) =>
      api.get('/riders', {
        params: { query: { limit: 200, ...(after === undefined ? {} : { after }) } },
        signal,
      }),
    ),
  ]);
  return { horse, trend, riders };
}

/** Exactly what is shown, to take home. */
function Downloads({
  horse,
  wanted,
  version,
}: {
  horse: string;
  wanted: Record<string, string>;
  version: Trend['algorithm'];
}) {
  const address = (format: string) =>
    addressOf(`horses/${horse}/trends?${new URLSearchParams({ ...wanted, format })}`);
  return (
    <section className="card stack-tight" aria-labelledby="trend-downloads">
      <h2 id="trend-downloads">{words.downloads}</h2>
      <ul className="buttons">
        {(['csv', 'arrow'] as const).map((format) => (
          <li key={format}>
            <a className="button" href={address(format)} download={`trends.${format}`}>
              <Icon name="download" size={18} /> {words.download[format]}
            </a>
          </li>
        ))}
      </ul>
      <p className="tiny soft">{words.computedBy(`${version.name} ${version.version}`)}</p>
    </section>
  );
}

import type { Horse } from '@piaffe/client';
import { useMemo } from 'react';
import { api } from '../app/api.ts';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import '../styles/trends.css';
import { changing } from './changing.ts';
import { changeText } from './changing-list.tsx';
import { timeSpan } from './chart/plot.ts';
import { TrendChart } from './chart/trend-chart.tsx';
import { asked, filtersOf } from './filters.ts';
import { outAtPresent } from './out-at-present.ts';
import { type TrendMetric, unitText, valueText } from './trend-metrics.ts';
import { words } from './words.ts';

const glanced: readonly TrendMetric[] = [
  'symmetry.score',
  'gaits.trot.regularity',
  'load.gaitMinutes',
  'heartRate.recovery',
];

/**
 * How a horse has been going lately: a few of its trends, and what lies outside its usual range. Asked for as the trends
 * page does, so that both say the same; only the drawings are of twelve weeks.
 */
export function Glance({ horse }: { horse: Horse }) {
  const trend = useLoaded(`glance ${horse.id}`, (signal) =>
    api.get('/horses/{horse}/trends', {
      params: {
        path: { horse: horse.id },
        query: asked(filtersOf(new URLSearchParams()), new Date()),
      },
      signal,
    }),
  );
  const span = useMemo(
    () =>
      trend.state === 'ready'
        ? timeSpan(
            trend.value,
            asked(filtersOf(new URLSearchParams('period=12w')), new Date()).from,
            new Date(),
          )
        : null,
    [trend],
  );
  if (trend.state === 'loading') return <Loading shapes={1} />;
  if (trend.state === 'failed') return <ProblemNote problem={trend.problem} retry={trend.reload} />;
  if (trend.value.sessions.length < 2 || span === null) return null;
  const moving = changing(trend.value);
  const news = outAtPresent(trend.value, new Date());
  return (
    <section className="stack-tight" aria-labelledby="lately">
      <h2 id="lately">{words.lately}</h2>
      <ul className="multiples">
        {glanced.map((name) => {
          const metric = trend.value.metrics.find((one) => one.metric === name);
          const last = metric?.points.value.findLast((value) => value !== null) ?? null;
          if (!metric || last === null) return null;
          return (
            <li key={metric.metric}>
              <Link className="card multiple" to={`${addresses.trends(horse.id)}?metric=${metric.metric}`}>
                <span className="multiple-head small">
                  <strong>{words.metrics[metric.metric].name}</strong>
                  <span className="numbers">
                    {valueText(metric.metric, last)}{' '}
                    <span className="tiny soft">{unitText(metric.metric)}</span>
                  </span>
                </span>
                <TrendChart
                  trend={trend.value}
                  metric={metric}
                  span={span}
                  size="small"
                  timeZone={horse.timeZone}
                  height={92}
                />
              </Link>
            </li>
          );
        })}
      </ul>
      {moving.map((one) => (
        <p key={one.metric} className="small">
          <Icon name={one.direction === 'rises' ? 'up' : 'down'} size={18} />{' '}
          <Link to={`${addresses.trends(horse.id)}?metric=${one.metric}`}>
            {words.metrics[one.metric].name}
          </Link>{' '}
          {changeText(one)}
        </p>
      ))}
      {news.length > 0 && (
        <p className="small">
          <Icon name="warn" size={18} /> {words.unusualNow(news.length)}{' '}
          <Link to={addresses.trends(horse.id)}>{words.look}</Link>
        </p>
      )}
    </section>
  );
}

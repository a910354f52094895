import type { Horse } from '@piaffe/client';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { percent } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { words as trendWords } from '../trends/words.ts';
import type { Verdict } from './verdict.ts';
import { words } from './words.ts';

const runsShown = 2;

/** The answer of ten seconds: is it done, is it normal for this horse. */
export function VerdictLine({ horse, verdict }: { horse: Horse; verdict: Verdict }) {
  if (verdict.is === 'unusual') return <Unusual horse={horse} runs={verdict.runs} />;
  const [icon, tone] = looks[verdict.is];
  return (
    <div className={`verdict ${tone}`}>
      <Icon name={icon} />
      <div className="stack-tight">
        <p>{textOf(verdict, horse)}</p>
        {verdict.is === 'not-comparable' && verdict.reason !== null && (
          <p className="tiny soft">{reasonText(verdict.reason)}</p>
        )}
        {verdict.is === 'running' && (
          <div
            className="progress"
            role="progressbar"
            aria-label={words.progressOf(horse.name)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(verdict.share * 100)}
          >
            <div style={{ width: `${verdict.share * 100}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}

const looks: Readonly<Record<Exclude<Verdict['is'], 'unusual'>, readonly [IconName, string]>> = {
  'no-rides': ['upload', ''],
  queued: ['wait', ''],
  running: ['wait', ''],
  'not-usable': ['warn', 'bad'],
  'without-start': ['done', ''],
  'not-comparable': ['done', ''],
  'as-usual': ['done', 'good'],
};

function textOf(verdict: Exclude<Verdict, { is: 'unusual' }>, { name }: Horse): string {
  switch (verdict.is) {
    case 'no-rides':
      return words.noRides;
    case 'queued':
      return words.verdict.queued;
    case 'running':
      return words.verdict.running(percent(verdict.share));
    case 'not-usable':
      return words.verdict.notUsable;
    case 'without-start':
      return words.verdict.withoutStart;
    case 'not-comparable':
      return words.verdict.notComparable(name);
    case 'as-usual':
      return words.verdict.asUsual(name);
  }
}

function Unusual({ horse, runs }: { horse: Horse; runs: Extract<Verdict, { is: 'unusual' }>['runs'] }) {
  const more = runs.length - runsShown;
  return (
    <div className="verdict warn">
      <Icon name="warn" />
      <div className="stack-tight">
        <p>{words.verdict.unusual(horse.name)}</p>
        <ul className="small">
          {runs.slice(0, runsShown).map(({ metric, direction, inARow, sessions }) => (
            <li key={`${metric} ${sessions[0]}`}>
              <Link to={`${addresses.trends(horse.id)}?metric=${metric}`}>
                {trendWords.metrics[metric].name}
              </Link>{' '}
              {trendWords.wasOut(direction, inARow)}
            </li>
          ))}
          {more > 0 && (
            <li>
              <Link to={addresses.trends(horse.id)}>{words.verdict.more(more)}</Link>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}

import type { HorseTrend as Trend } from '@piaffe/client';
import { Icon } from '../pieces/icon.tsx';
import { type Changing, changing } from './changing.ts';
import { type TrendMetric, unitText, valueText } from './trend-metrics.ts';
import { words } from './words.ts';

/** What clearly rises or falls, whichever metric is open. */
export function ChangingList({ trend, onChoose }: { trend: Trend; onChoose: (metric: TrendMetric) => void }) {
  const all = changing(trend);
  if (all.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="changing">
      <h2 id="changing">{words.changing}</h2>
      <ul className="changing">
        {all.map((one) => (
          <li key={one.metric}>
            <Icon name={one.direction === 'rises' ? 'up' : 'down'} size={18} />
            <button type="button" className="as-link" onClick={() => onChoose(one.metric)}>
              {words.metrics[one.metric].name}
            </button>{' '}
            <span>{changeText(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `rises by 2.7 of 10 in four weeks` */
export function changeText({ metric, direction, amount }: Changing): string {
  const unit = unitText(metric);
  const size = `${valueText(metric, Math.abs(amount), 1)}${unit === '' ? '' : ` ${unit}`}`;
  return words.inFourWeeks[direction](size);
}

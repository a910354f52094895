import type { HorseTrend as Trend } from '@piaffe/client';
import { fixed } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { gaitDrawings } from '../ride/gaits.ts';
import { shortDay } from './days.ts';
import { WeekBars } from './week-bars.tsx';
import { words } from './words.ts';

const stacked = ['walk', 'trot', 'canter', 'gallop', 'tolt', 'pace'] as const;
/** min a week: the first that holds all weeks. Few steps, so that horses with as much work stand on the same one. */
const scales = [
  { top: 60, marks: [0, 20, 40, 60] },
  { top: 120, marks: [0, 40, 80, 120] },
  { top: 300, marks: [0, 100, 200, 300] },
  { top: 600, marks: [0, 200, 400, 600] },
] as const;

/** How much was done each week, gait by gait, and how the last week stands to those before. */
export function WeeklyLoad({ load }: { load: Trend['load'] }) {
  const ridden = stacked.filter((gait) => load.weeks.some(({ minutes }) => minutes[gait] > 0));
  const weeks = load.weeks.map(({ from, minutes, sessions, daysRecorded }) => {
    const total = stacked.reduce((sum, gait) => sum + minutes[gait], 0);
    return {
      from,
      label:
        sessions === 0
          ? words.weekUnknown(shortDay(from))
          : words.weekOf(shortDay(from), Math.round(total), sessions, daysRecorded),
      parts: ridden.map((gait) => ({
        key: gait,
        value: minutes[gait],
        colour: gaitDrawings[gait].colour,
        name: gaitDrawings[gait].name,
      })),
    };
  });
  const most = Math.max(...weeks.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const scale = scales.find(({ top }) => top >= most) ?? scales[scales.length - 1]!;
  const last = load.days.at(-1);
  const lastWeek = load.weeks.findLast(({ monotony }) => monotony !== null);
  return (
    <section className="card stack-tight" aria-labelledby="weekly-load">
      <h2 id="weekly-load">{words.weeklyLoad}</h2>
      <ul className="chart-key tiny">
        {ridden.map((gait) => (
          <li key={gait}>
            <span
              className="key"
              style={{ backgroundColor: gaitDrawings[gait].colour, color: gaitDrawings[gait].ink }}
              aria-hidden="true"
            >
              {gaitDrawings[gait].letter}
            </span>
            {gaitDrawings[gait].name}
          </li>
        ))}
      </ul>
      <WeekBars weeks={weeks} top={scale.top} marks={scale.marks} unit={words.minutes} />
      <dl className="load-now">
        {last && last.ratio !== null && (
          <div>
            <dt>{words.ratio}</dt>
            <dd>{fixed(last.ratio, 2)}</dd>
          </div>
        )}
        {last && last.fitness !== null && last.fatigue !== null && last.form !== null && (
          <>
            <div>
              <dt>{words.fitness}</dt>
              <dd>{fixed(last.fitness, 1)}</dd>
            </div>
            <div>
              <dt>{words.fatigue}</dt>
              <dd>{fixed(last.fatigue, 1)}</dd>
            </div>
            <div>
              <dt>{words.form}</dt>
              <dd>{fixed(last.form, 1)}</dd>
            </div>
          </>
        )}
        {lastWeek?.monotony != null && (
          <div>
            <dt>{words.monotony}</dt>
            <dd>{fixed(lastWeek.monotony, 1)}</dd>
          </div>
        )}
        {lastWeek?.strain != null && (
          <div>
            <dt>{words.strain}</dt>
            <dd>{fixed(lastWeek.strain, 0)}</dd>
          </div>
        )}
      </dl>
      {load.reason && <p className="small soft">{reasonText(load.reason)}</p>}
      <p className="tiny soft">{words.loadHonesty}</p>
    </section>
  );
}

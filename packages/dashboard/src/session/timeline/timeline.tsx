import type { DisplaySeries, Session, SessionResult } from '@piaffe/client';
import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { chartNames, extraCharts } from '../../ride/scales.ts';
import { valuesOf } from '../../ride/series.ts';
import { isWhole } from '../../ride/window.ts';
import { TrimBar } from '../actions/trim-bar.tsx';
import { CorrectBar } from '../corrections/correct-bar.tsx';
import { useCorrections } from '../corrections/use-corrections.ts';
import { offsetOf, pinsOf } from '../ride-time.ts';
import { words } from '../words.ts';
import { Chart } from './chart.tsx';
import { Legend } from './legend.tsx';
import { Readout } from './readout.tsx';
import { useRideView } from './ride-view.tsx';
import { Strip } from './strip.tsx';
import { Way } from './way.tsx';

export type Task = 'trim' | 'correct' | null;

/** The ride from beginning to end: strips to look along, charts of the part that was chosen on them. */
export function Timeline({
  session,
  result,
  series,
  task,
  onTask,
  onChanged,
}: {
  session: Session;
  result: SessionResult;
  series: DisplaySeries;
  /** What is being done to the ride, if anything. */
  task: Task;
  onTask: (task: Task) => void;
  onChanged: (session: Session) => void;
}) {
  const { whole, window, show } = useRideView();
  const isAll = isWhole(whole, window);
  const corrections = useCorrections(session, result);
  const { shown } = corrections;
  /** What was drawn up and not saved is gone with its editor, not left on the strip. */
  const begin = (next: Task) => {
    corrections.forget();
    onTask(task === next ? null : next);
  };
  return (
    <section className="card timeline" id="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">{words.timeline}</h2>
        <p className="small numbers soft">
          {isAll ? clock(whole.to) : words.fromTo(clock(window.from), clock(window.to))}
        </p>
        <div className="buttons">
          <button type="button" className="button" disabled={isAll} onClick={() => show(whole)}>
            <Icon name="whole" /> {words.whole}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={task === 'trim'}
            onClick={() => begin('trim')}
          >
            <Icon name="trim" /> {words.trim}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={task === 'correct'}
            onClick={() => begin('correct')}
          >
            <Icon name="edit" /> {words.correct}
          </button>
        </div>
      </div>
      <Strip result={shown} pins={pinsOf(session.notes, result)} asFound={corrections.asFound} />
      <Legend result={shown} />
      {(task === 'correct' || session.corrections) && (
        <CorrectBar
          session={session}
          corrections={corrections}
          isOpen={task === 'correct'}
          onClose={() => onTask(null)}
          onChanged={onChanged}
        />
      )}
      {(task === 'trim' || session.trim) && (
        <TrimBar
          session={session}
          offset={offsetOf(result)}
          isOpen={task === 'trim'}
          onClose={() => onTask(null)}
          onChanged={onChanged}
        />
      )}
      <Readout result={shown} />
      <div className="charts">
        {chartNames
          .filter((name) => !extraCharts.has(name) || valuesOf(series, name) !== null)
          .map((name) => (
            <Chart key={name} name={name} series={series} result={result} />
          ))}
      </div>
      <Way series={series} result={shown} />
      <p className="tiny soft">{words.scaleNote}</p>
    </section>
  );
}

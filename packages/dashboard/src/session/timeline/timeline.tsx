import type { DisplaySeries, Session, SessionResult } from '@piaffe/client';
import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { chartNames } from '../../ride/scales.ts';
import { isWhole } from '../../ride/window.ts';
import { TrimBar } from '../actions/trim-bar.tsx';
import { offsetOf, pinsOf } from '../ride-time.ts';
import { words } from '../words.ts';
import { Chart } from './chart.tsx';
import { Legend } from './legend.tsx';
import { Readout } from './readout.tsx';
import { useRideView } from './ride-view.tsx';
import { Strip } from './strip.tsx';

/** The ride from beginning to end: strips to look along, charts of the part that was chosen on them. */
export function Timeline({
  session,
  result,
  series,
  isTrimming,
  onTrimming,
  onChanged,
}: {
  session: Session;
  result: SessionResult;
  series: DisplaySeries;
  isTrimming: boolean;
  onTrimming: (isTrimming: boolean) => void;
  onChanged: (session: Session) => void;
}) {
  const { whole, window, show } = useRideView();
  const isAll = isWhole(whole, window);
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
            aria-expanded={isTrimming}
            onClick={() => onTrimming(!isTrimming)}
          >
            <Icon name="trim" /> {words.trim}
          </button>
        </div>
      </div>
      <Strip result={result} pins={pinsOf(session.notes, result)} />
      <Legend result={result} />
      {(isTrimming || session.trim) && (
        <TrimBar
          session={session}
          offset={offsetOf(result)}
          isOpen={isTrimming}
          onClose={() => onTrimming(false)}
          onChanged={onChanged}
        />
      )}
      <Readout result={result} />
      <div className="charts">
        {chartNames.map((name) => (
          <Chart key={name} name={name} series={series} result={result} />
        ))}
      </div>
      <p className="tiny soft">{words.scaleNote}</p>
    </section>
  );
}

import { longDate, timeOfDay } from '../format/dates.ts';
import { percent } from '../format/numbers.ts';
import { exactDuration } from '../format/times.ts';
import { uncapitalised } from '../format/uncapitalised.ts';
import { withUnit } from '../format/units.ts';
import { PlainStrip } from '../pieces/plain-strip.tsx';
import { mountWords } from '../pieces/words.ts';
import { gaitDrawings, gaits, reinDrawings, reins } from '../ride/gaits.ts';
import { rideTypes, surfaces } from '../ride/suggestions.ts';
import { UsualProvider } from '../session/usual/usual-context.tsx';
import { words as trendWords } from '../trends/words.ts';
import { KeyNumbers } from './key-numbers.tsx';
import type { Report } from './load-report.ts';
import { Origin } from './origin.tsx';
import { Remembered } from './remembered.tsx';
import { SymmetryPanel } from './symmetry-panel.tsx';
import { words } from './words.ts';

/** The page itself: on the screen as it prints. */
export function Sheet({ report }: { report: Report }) {
  const { session, horse, rider, result, usual } = report;
  const { startedAt, context } = session;
  const { metrics, recording } = result;
  const ridden = gaits.filter((gait) => (metrics.gaits[gait].time.value ?? 0) > 0);
  const said = [
    exactDuration(recording.durationSeconds),
    context.type && rideTypes.show(context.type),
    context.surface && surfaces.show(context.surface),
    context.rider && words.riddenBy(rider?.name ?? trendWords.riderNotKnown),
    context.mount && words.sensor(uncapitalised(mountWords[context.mount])),
  ].filter(Boolean);
  const ofHorse = [
    horse.breed,
    horse.birthYear !== null && words.born(String(horse.birthYear)),
    horse.massKg !== null && withUnit('mass', horse.massKg),
  ].filter(Boolean);
  return (
    <UsualProvider value={usual}>
      <article className="report">
        <header>
          <div>
            <h1>{horse.name}</h1>
            <p className="soft">{ofHorse.join(' · ')}</p>
          </div>
          <div>
            <p>
              <strong>
                {startedAt === null
                  ? words.startNotKnown
                  : `${longDate(startedAt, horse.timeZone)}, ${timeOfDay(startedAt, horse.timeZone)}`}
              </strong>
            </p>
            <p className="soft">{said.join(' · ')}</p>
          </div>
        </header>
        <section aria-label={words.ride}>
          <PlainStrip result={result} seconds={recording.durationSeconds} />
          <p className="keys">
            {ridden.map((gait) => (
              <span key={gait}>
                <span
                  className="key"
                  style={{ backgroundColor: gaitDrawings[gait].colour, color: gaitDrawings[gait].ink }}
                  aria-hidden="true"
                >
                  {gaitDrawings[gait].letter}
                </span>
                {gaitDrawings[gait].name} {percent(metrics.gaits[gait].share.value ?? 0)}
              </span>
            ))}
            {metrics.reins.left.share.value !== null && <span aria-hidden="true">|</span>}
            {metrics.reins.left.share.value !== null &&
              reins.map((rein) => (
                <span key={rein}>
                  <span
                    className="key"
                    style={{ backgroundColor: reinDrawings[rein].colour, color: reinDrawings[rein].ink }}
                    aria-hidden="true"
                  >
                    {reinDrawings[rein].letter}
                  </span>
                  {reinDrawings[rein].name} {percent(metrics.reins[rein].share.value ?? 0)}
                </span>
              ))}
          </p>
        </section>
        <KeyNumbers metrics={metrics} />
        <SymmetryPanel report={report} />
        <Remembered session={session} result={result} events={report.events} timeZone={horse.timeZone} />
        <Origin session={session} result={result} timeZone={horse.timeZone} />
      </article>
    </UsualProvider>
  );
}

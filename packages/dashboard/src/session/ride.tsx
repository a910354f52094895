import type { DisplaySeries, Session, SessionResult } from '@piaffe/client';
import { GaitByRein } from './parts/gait-by-rein.tsx';
import { Notes } from './parts/notes.tsx';
import { Provenance } from './parts/provenance.tsx';
import { RecordingQuality } from './parts/recording-quality.tsx';
import { SymmetryPhases } from './parts/symmetry-phases.tsx';
import { TransitionList } from './parts/transition-list.tsx';
import { WhatNumbersMean } from './parts/what-numbers-mean.tsx';
import { offsetOf } from './ride-time.ts';
import { CadenceTile } from './tiles/cadence-tile.tsx';
import { GaitsTile } from './tiles/gaits-tile.tsx';
import { ReinsTile } from './tiles/reins-tile.tsx';
import { SymmetryTile } from './tiles/symmetry-tile.tsx';
import { TransitionsTile } from './tiles/transitions-tile.tsx';
import { RideViewProvider } from './timeline/ride-view.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { words } from './words.ts';

/** All that was found in a ride: five answers, the whole ride, then each part of it. */
export function Ride({
  session,
  result,
  series,
  timeZone,
  isTrimming,
  onTrimming,
  onChanged,
  onNotes,
}: {
  session: Session;
  result: SessionResult;
  series: DisplaySeries;
  timeZone: string;
  isTrimming: boolean;
  onTrimming: (isTrimming: boolean) => void;
  onChanged: (session: Session) => void;
  onNotes: () => void;
}) {
  const { metrics } = result;
  return (
    <RideViewProvider key={result.recording.durationSeconds} seconds={result.recording.durationSeconds}>
      <div className="tiles">
        <GaitsTile metrics={metrics} />
        <SymmetryTile result={result} />
        <ReinsTile metrics={metrics} />
        <CadenceTile metrics={metrics} />
        <TransitionsTile result={result} />
      </div>
      <p className="tiny soft">{words.noMark}</p>
      <WhatNumbersMean />
      <Timeline
        session={session}
        result={result}
        series={series}
        isTrimming={isTrimming}
        onTrimming={onTrimming}
        onChanged={onChanged}
      />
      <div className="parts">
        <div className="column">
          <Notes session={session} offset={offsetOf(result)} onChanged={onNotes} />
          <SymmetryPhases result={result} />
        </div>
        <div className="column">
          <GaitByRein metrics={metrics} />
          <TransitionList result={result} />
          <RecordingQuality result={result} />
        </div>
        <Provenance session={session} result={result} timeZone={timeZone} />
      </div>
    </RideViewProvider>
  );
}
